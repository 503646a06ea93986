import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePhone } from './phone'
import { formatPhone } from './phone-format'

describe('a Brazilian number', () => {
  it.each([
    '11 99999-9999',
    '(11) 99999-9999',
    '11999999999',
    '011 99999-9999',
    '0 15 11 99999-9999',
    '\u202a(11) 99999\u20119999\u202c',
  ])('%j gets its 55', (input) => {
    expect(parsePhone(input)).toEqual({ ok: true, phone: '+5511999999999', country: 'BR', note: 'addedCountry' })
  })

  it.each(['5511999999999', '+55 (11) 99999-9999', '00 55 11 99999-9999', '55 11 99999 9999'])(
    '%j brings its own',
    (input) => {
      expect(parsePhone(input)).toEqual({ ok: true, phone: '+5511999999999', country: 'BR' })
    },
  )

  it('of the area 55 is not taken for one with its country', () => {
    expect(parsePhone('55 99999-9999')).toMatchObject({ phone: '+5555999999999', note: 'addedCountry' })
  })

  it('may be a landline, or a mobile as WhatsApp writes it, without the ninth digit', () => {
    expect(parsePhone('11 3333-4444')).toMatchObject({ ok: true, phone: '+551133334444' })
    expect(parsePhone('55 11 9999-9999')).toMatchObject({ ok: true, phone: '+551199999999' })
  })

  it.each([
    ['99999-9999', 'tooShort'],
    ['11 9999-999', 'tooShort'],
    ['11 99999-99999', 'tooLong'],
    ['10 99999-9999', 'invalid'],
    ['11 89999-9999', 'invalid'],
    ['0800 123 4567', 'invalid'],
  ])('%j is refused as %s', (input, reason) => {
    expect(parsePhone(input)).toEqual({ ok: false, reason })
  })
})

describe('a foreign number', () => {
  it.each([
    ['+351 912 345 678', '+351912345678', 'PT'],
    ['00351912345678', '+351912345678', 'PT'],
    ['+1 (415) 555-2671', '+14155552671', 'US'],
  ])('%j is taken with its plus', (input, phone, country) => {
    expect(parsePhone(input)).toEqual({ ok: true, phone, country })
  })

  it.each(['351912345678', '14155552671'])('%j without its plus is told so', (input) => {
    expect(parsePhone(input)).toEqual({ ok: false, reason: 'needsPlus' })
  })

  it.each([
    ['+351 912', 'tooShort'],
    ['+351 912 345 678 999', 'tooLong'],
    ['+999 123 456 789', 'invalid'],
  ])('%j is refused as %s', (input, reason) => {
    expect(parsePhone(input)).toEqual({ ok: false, reason })
  })
})

describe('what is no number', () => {
  it.each([
    ['', 'empty'],
    [' \u200b ', 'empty'],
    ['Maria', 'notANumber'],
    ['11 99999-9999 Maria', 'notANumber'],
    ['11 99999-9999, 11 98888-8888', 'notANumber'],
    ['+', 'notANumber'],
  ])('%j is refused as %s', (input, reason) => {
    expect(parsePhone(input)).toEqual({ ok: false, reason })
  })

  it('throws at nothing, and what it takes is E.164', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[+0-9 ()-]{0,20}$/)), (input) => {
        const parsed = parsePhone(input)
        if (parsed.ok) {
          expect(parsed.phone).toMatch(/^\+[1-9]\d{6,14}$/)
          expect(parsePhone(parsed.phone)).toMatchObject({ ok: true, phone: parsed.phone })
        }
      }),
    )
  })
})

describe('formatPhone', () => {
  it.each([
    ['+5511999999999', '+55 11 99999-9999'],
    ['+551133334444', '+55 11 3333-4444'],
    ['+14155552671', '+1 415 555-2671'],
    ['+351912345678', '+351 912 345 678'],
    ['+447400123456', '+44 740 012 3456'],
    ['5511999999999', '+55 11 99999-9999'],
    ['abc', 'abc'],
  ])('writes %s as %s', (phone, written) => {
    expect(formatPhone(phone)).toBe(written)
  })

  it('writes what reads back as the same number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\+[1-9]\d{6,14}$/), (phone) => {
        expect(`+${formatPhone(phone).replace(/\D/g, '')}`).toBe(phone)
      }),
    )
  })
})
