import { expect, it } from 'vitest'
import { isShowing, viewQuery } from './view-params'

it('a view is shown whatever the order of what it holds', () => {
  expect(isShowing('status=failed&q=a', { params: 'q=a&status=failed' })).toBe(true)
  expect(isShowing('status=failed', { params: 'q=a&status=failed' })).toBe(false)
})

it('columns tell views apart only where the view names them', () => {
  expect(isShowing('status=failed&columns=phone', { params: 'status=failed' })).toBe(true)
  expect(isShowing('status=failed&columns=phone', { params: 'status=failed&columns=phone.name' })).toBe(false)
})

it('a view without columns leaves those that are shown', () => {
  expect(viewQuery('q=a&columns=phone', { params: 'status=failed' })).toBe('status=failed&columns=phone')
  expect(viewQuery('q=a&columns=phone', { params: 'columns=name' })).toBe('columns=name')
})
