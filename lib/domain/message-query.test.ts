import { describe, expect, it } from 'vitest'
import { MESSAGE_FILTER_NAMES, readMessageFilters } from './message-filters'
import { filtersIn, isNarrowed, MESSAGE_FILTERS, messageQuery, paramsOf, readMessageQuery } from './message-query'

const SAMPLES = [
  '',
  ' ',
  'Ana',
  ' 1234 ',
  '131047',
  '-1',
  '1e3',
  '1234567890',
  'read',
  'leased',
  'queued',
  'open',
  'unknown',
  'vectalk',
  'sandbox',
  'yes',
  'no',
  'shown',
  '2026-11-22',
  '2026-02-30',
  '2024-02-29',
  '22/11/2026',
  '019aa0c4-8d5e-7cc3-9f0c-1f6f0e6f1a11',
  '019AA0C4-8D5E-7CC3-9F0C-1F6F0E6F1A11',
  '019aa0c4-8d5e-0cc3-9f0c-1f6f0e6f1a11',
  'x'.repeat(120),
  'x'.repeat(121),
  'x'.repeat(200),
  'x'.repeat(201),
]

describe('the filters of an address in the browser', () => {
  it.each(MESSAGE_FILTER_NAMES)('%s is read as the schema reads it, whatever it says', (name) => {
    for (const sample of SAMPLES)
      expect(readMessageQuery(new URLSearchParams({ [name]: sample })), sample).toEqual(
        readMessageFilters({ [name]: sample }),
      )
  })

  it('are written so that they are read as they were', () => {
    const filters = readMessageQuery(new URLSearchParams('row=a%26b&q=Jo%C3%A3o&code=131047&tests=shown'))
    expect(messageQuery(filters)).toBe('q=Jo%C3%A3o&code=131047&tests=shown&row=a%26b')
    expect(readMessageQuery(new URLSearchParams(messageQuery(filters)))).toEqual(filters)
  })

  it('are each offered, the words that are searched aside', () => {
    const offered = MESSAGE_FILTERS.flatMap((name) => [...paramsOf(name)])
    expect([...offered, 'q'].sort()).toEqual([...MESSAGE_FILTER_NAMES].sort())
  })

  it('count two days as one filter', () => {
    expect(filtersIn({ from: '2026-11-01', to: '2026-11-02', code: 0 })).toEqual(['code', 'period'])
  })

  it('narrow nothing where they only show tests', () => {
    expect(isNarrowed({ tests: 'shown' })).toBe(false)
    expect(isNarrowed({ tests: 'shown', q: 'a' })).toBe(true)
    expect(isNarrowed({ replied: 'no' })).toBe(true)
  })
})
