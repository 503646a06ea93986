import { describe, expect, it } from 'vitest'
import { readSendFilters, sendCursorSchema, toPhoneDigits, toSendCursor } from './send-filters'
import { statusesShownAs } from './shown-status'

const id = '019aa0c4-8d5e-7cc3-9f0c-1f6f0e6f1a11'

describe('the filters of the history', () => {
  it('are read from an address', () => {
    const params = { q: ' ana ', status: 'failed', from: '2026-11-01', to: '2026-11-22', template: id, sender: id }
    expect(readSendFilters(params)).toEqual({ ...params, q: 'ana' })
  })

  it('are read with what befell anybody, as numbers and words', () => {
    const params = { code: '131047', tag: ' Cobrança ', replied: 'yes', gateway: 'vectalk' }
    expect(readSendFilters(params)).toEqual({ ...params, code: 131047, tag: 'Cobrança' })
    expect(readSendFilters({ code: '1e3', tag: ' ', replied: 'maybe', gateway: 'other' })).toEqual({})
  })

  it('leave out what is malformed, and keep the rest', () => {
    const params = { q: '', status: 'leased', from: '2026-02-30', to: '2026-11-22', template: 'x', sender: ['a', 'b'] }
    expect(readSendFilters(params)).toEqual({ to: '2026-11-22' })
  })

  it('mean both rungs of the queue by "na fila"', () => {
    expect(statusesShownAs('queued')).toEqual(['queued', 'leased'])
    expect(statusesShownAs('read')).toEqual(['read'])
  })
})

describe('a cursor', () => {
  it('comes back as it went', () => {
    const last = { createdAt: '2026-11-22T12:00:00.123Z', id }
    expect(sendCursorSchema.parse(toSendCursor(last))).toEqual(last)
  })

  it.each(['', 'x', '2026-11-22T12:00:00.123Z', `yesterday_${id}`, `2026-11-22T12:00:00.123Z_${id}_1`])(
    'is refused as %j',
    (cursor) => {
      expect(sendCursorSchema.safeParse(cursor).success).toBe(false)
    },
  )
})

describe('a searched text', () => {
  it('is part of a phone when only digits and their punctuation stand in it', () => {
    expect(toPhoneDigits('+55 (11) 9.9999-0000')).toBe('5511999990000')
    expect(toPhoneDigits('9000')).toBe('9000')
  })

  it('is none with a letter in it, nothing in it, or too much', () => {
    for (const text of ['R$ 1.999', 'prod_001', '', ' - ', '1234567890123456']) expect(toPhoneDigits(text)).toBeNull()
  })
})
