import { describe, expect, it } from 'vitest'
import { DELIVERY_STATUSES } from './delivery-status'
import { countAll, countOf, PEOPLE_GROUPS, readPeopleFilter, statusesOf } from './people-group'
import { paceNow, shownState } from './send-view'

const counts = { queued: 1, leased: 2, accepted: 3, delivered: 4, read: 5, failed: 6 }

describe('the people of a Send by group', () => {
  it('hold each status somewhere', () => {
    const statuses = PEOPLE_GROUPS.flatMap((group) => (group === 'replied' ? [] : statusesOf(group)))
    expect(new Set(statuses)).toEqual(new Set(DELIVERY_STATUSES))
  })

  it('count who read a message among those who got it, and those among whom WhatsApp has taken it for', () => {
    expect([countOf(counts, 'accepted'), countOf(counts, 'delivered'), countOf(counts, 'read')]).toEqual([12, 9, 5])
    expect([countOf(counts, 'queued'), countOf(counts, 'skipped'), countAll(counts)]).toEqual([3, 0, 21])
  })

  it('are named by an address, whatever else stands in it', () => {
    expect(readPeopleFilter({ people: 'failed', code: '131026' })).toEqual({ group: 'failed', code: 131026 })
    expect(readPeopleFilter({ people: 'failed', code: '' })).toEqual({ group: 'failed' })
    expect(readPeopleFilter({ people: 'replied' })).toEqual({ group: 'replied' })
    expect(readPeopleFilter({ people: 'everybody', code: '-1' })).toEqual({})
    expect(readPeopleFilter({ people: null, code: '1e99' })).toEqual({})
  })
})

describe('a Send as people see it', () => {
  it('is over with nobody left, but not before everybody is written down', () => {
    const over = { state: 'running', counts: { accepted: 3 }, recipientCount: 3 } as const
    expect(shownState(over)).toBe('finished')
    expect(shownState({ ...over, recipientCount: 4 })).toBe('running')
    expect(shownState({ ...over, state: 'paused' })).toBe('paused')
  })

  it('goes as fast as it may itself, within what its gateway bears', () => {
    expect(paceNow({ own: null, gateway: 20, share: 0.5 })).toBe(10)
    expect(paceNow({ own: 5, gateway: 20, share: 0.5 })).toBe(5)
    expect(paceNow({ own: 50, gateway: 20, share: 1 })).toBe(20)
  })
})
