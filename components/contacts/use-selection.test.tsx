import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { type ContactFilterInput, contactFiltersSchema } from '@/lib/domain/contact-filters'
import type { ContactView } from '@/lib/domain/contact-view'
import { useSelection } from './use-selection'

const contacts = ['a', 'b', 'c', 'd', 'e'].map(
  (id): ContactView => ({
    id,
    name: id,
    phone: '+5511999998888',
    tags: [],
    fields: {},
    optedOutAt: null,
    lastInboundAt: null,
    createdAt: '2026-11-22T12:00:00.000Z',
    updatedAt: '2026-11-22T12:00:00.000Z',
  }),
)

function begin(count = 12) {
  const { result, rerender } = renderHook(
    ({ filters }: { filters: ContactFilterInput }) =>
      useSelection(contacts, contactFiltersSchema.parse(filters), { count, more: false }),
    { initialProps: { filters: {} } },
  )
  const ticked = () => result.current.chosen.map(({ id }) => id).join('')
  const toggle = (id: string, withShift?: boolean) => act(() => result.current.toggle(id, withShift))
  return { result, rerender, ticked, toggle }
}

describe('who is ticked', () => {
  afterEach(cleanup)

  it('is ticked one by one, and with Shift from the last one to this one, upwards too', () => {
    const { ticked, toggle } = begin()
    toggle('d')
    toggle('b', true)
    expect(ticked()).toBe('bcd')
    toggle('e')
    toggle('c', true)
    expect(ticked()).toBe('b')
  })

  it('is everybody in sight, and then everybody whom the filters show', () => {
    const { result, ticked, toggle } = begin()
    act(() => result.current.toggleAll())
    expect([ticked(), result.current.isWhole, result.current.count]).toEqual(['abcde', true, 5])
    act(() => result.current.takeAll())
    expect(result.current.count).toBe(12)
    expect(result.current.target).toHaveProperty('filters')
    toggle('c')
    expect([ticked(), result.current.target]).toEqual(['abde', { ids: ['a', 'b', 'd', 'e'] }])
  })

  it('is nobody once other people are looked at; another order changes nothing', () => {
    const { rerender, ticked, toggle } = begin()
    toggle('a')
    rerender({ filters: { sort: 'name' } })
    expect(ticked()).toBe('a')
    rerender({ filters: { search: 'x' } })
    expect(ticked()).toBe('')
  })
})
