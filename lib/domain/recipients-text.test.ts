import { describe, expect, it } from 'vitest'
import { parseRecipients } from './recipients-text'

describe('recipients as they are typed', () => {
  it('stand apart by commas, semicolons, tabs and new lines', () => {
    const { phones } = parseRecipients(
      '11 99999-0001, 11 99999-0002; 11 99999-0003\n11 99999-0004\t+1 212 555 2368\r\n',
    )
    expect(phones).toEqual(['+5511999990001', '+5511999990002', '+5511999990003', '+5511999990004', '+12125552368'])
  })

  it('are nobody while nothing is typed', () => {
    expect(parseRecipients(' \n ,; ')).toEqual({ entries: [], phones: [] })
  })

  it('say where the 55 was added', () => {
    expect(parseRecipients('(11) 99999-0001').entries).toEqual([
      { kind: 'valid', typed: '(11) 99999-0001', phone: '+5511999990001', addedCountry: true },
    ])
    expect(parseRecipients('+55 11 99999-0001').entries).toMatchObject([{ addedCountry: false }])
  })

  it('count once who is written twice, however it is written', () => {
    const { entries, phones } = parseRecipients('11999990001; +55 (11) 99999-0001')
    expect(entries.map((entry) => entry.kind)).toEqual(['valid', 'repeated'])
    expect(phones).toEqual(['+5511999990001'])
  })

  it('keep what is no phone, with its reason, in its place', () => {
    const { entries, phones } = parseRecipients('Ana, 11 99999-0001, 11 9')
    expect(entries.map((entry) => entry.kind)).toEqual(['invalid', 'valid', 'invalid'])
    expect(entries[2]).toMatchObject({ typed: '11 9', reason: 'tooShort' })
    expect(phones).toEqual(['+5511999990001'])
  })
})
