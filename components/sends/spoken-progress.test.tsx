import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { SpokenProgress } from './spoken-progress'

it('says how far it is at each step, and not what stood there from the start', () => {
  const { rerender } = render(<SpokenProgress words="10 of 100" step="sending 1" />)
  const said = () => screen.getByRole('status').textContent
  expect(said()).toBe('')
  rerender(<SpokenProgress words="19 of 100" step="sending 1" />)
  expect(said()).toBe('')
  rerender(<SpokenProgress words="21 of 100" step="sending 2" />)
  expect(said()).toBe('21 of 100')
  rerender(<SpokenProgress words="25 of 100" step="sending 2" />)
  expect(said()).toBe('21 of 100')
  rerender(<SpokenProgress words="paused, 26 of 100" step="paused 2" />)
  expect(said()).toBe('paused, 26 of 100')
})
