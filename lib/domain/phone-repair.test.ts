import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePhone } from './phone'
import { type PhoneRepair, repairPhone } from './phone-repair'

const ANA = '+5511987654321'

describe('a phone of a list', () => {
  it.each<[string, ...PhoneRepair[]]>([
    ['+5511987654321'],
    ['5511987654321'],
    ['11987654321', 'addedCountry'],
    ['(11) 98765-4321', 'removedMarks', 'addedCountry'],
    ['+55 (11) 98765-4321', 'removedMarks'],
    ['+55 11 98765\u20114321', 'removedMarks'],
    ['\u202a+55 11 98765-4321\u202c', 'removedMarks'],
    ['１１９８７６５４３２１', 'removedMarks', 'addedCountry'],
    ['5.511.987.654.321', 'removedMarks'],
    ["'5511987654321", 'removedMarks'],
    ['="5511987654321"', 'removedMarks'],
    ['tel:+5511987654321', 'removedMarks'],
    ['https://wa.me/5511987654321', 'removedMarks'],
    ['WhatsApp: 11 98765-4321', 'removedMarks', 'addedCountry'],
    ['1187654321', 'addedCountry', 'addedNinth'],
    ['551187654321', 'addedNinth'],
    ['+55 11 8765-4321', 'removedMarks', 'addedNinth'],
    ['119987654321', 'removedNinth', 'addedCountry'],
    ['55119987654321', 'removedNinth'],
    ['011987654321', 'removedZero', 'addedCountry'],
    ['+55 0 11 98765-4321', 'removedMarks', 'removedZero'],
    ['55011987654321', 'removedZero'],
    ['005511987654321', 'removedZero'],
    ['01511987654321', 'removedCarrier', 'addedCountry'],
    ['0 15 11 98765-4321', 'removedMarks', 'removedCarrier', 'addedCountry'],
    ['5501511987654321', 'removedCarrier'],
    ['555511987654321', 'removedCountry'],
    ['5.511987654321E+12', 'fromNumber'],
    ['5,511987654321e12', 'fromNumber'],
    ['1,1987654321E+10', 'fromNumber', 'addedCountry'],
    ['5511987654321.0', 'fromNumber'],
    ['5511987654321,00', 'fromNumber'],
  ])('%j is dialled, with what was done to it', (typed, ...repairs) =>
    expect(repairPhone(typed)).toEqual({ ok: true, phone: ANA, repairs }),
  )

  it.each<[string, string, PhoneRepair[]]>([
    ['1134567890', '+551134567890', ['addedCountry']],
    ['55987654321', '+5555987654321', ['addedCountry']],
    ['5555987654321', '+5555987654321', []],
    ['+1 202 555 0143', '+12025550143', ['removedMarks']],
    ['00351912345678', '+351912345678', ['removedZero']],
    ['5.5119876543E+12', '+5511987654300', ['fromNumber']],
  ])('%j is %s', (typed, phone, repairs) => expect(repairPhone(typed)).toEqual({ ok: true, phone, repairs }))

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['Ana', 'notANumber'],
    ['987654321', 'noAreaCode'],
    ['98765-4321', 'noAreaCode'],
    ['3456-7890', 'noAreaCode'],
    ['5,51199E+12', 'digitsLost'],
    ['5.5E+12', 'digitsLost'],
    ['11 98765-4321 / 11 91234-5678', 'several'],
    ['11987654321 ou 11912345678', 'several'],
    ['12025550143', 'needsPlus'],
    ['11 9876', 'tooShort'],
    ['11998765432199', 'tooLong'],
    ['0800 123 4567', 'invalid'],
  ])('%j is none: %s', (typed, reason) => expect(repairPhone(typed)).toEqual({ ok: false, reason }))

  const area = fc.constantFrom('11', '21', '27', '31', '48', '55', '61', '85', '99')
  const mobile = fc
    .tuple(area, fc.integer({ min: 60_000_000, max: 99_999_999 }))
    .map(([ddd, number]) => ({ ddd, number }))

  it('is the same person however it is written', () => {
    fc.assert(
      fc.property(mobile, ({ ddd, number }) => {
        const phone = `+55${ddd}9${number}`
        const [a, b] = [String(number).slice(0, 4), String(number).slice(4)]
        const spellings = [
          phone,
          `55${ddd}9${number}`,
          `${ddd}9${number}`,
          `0${ddd}9${number}`,
          `(${ddd}) 9${a}-${b}`,
          `+55 ${ddd} 9 ${a} ${b}`,
          `${ddd} ${a}-${b}`,
          `55${ddd}${number}`,
        ]
        for (const typed of spellings) expect([typed, repairPhone(typed)]).toMatchObject([typed, { ok: true, phone }])
      }),
    )
  })

  const noise = fc.array(
    fc.constantFrom('5', '55', '11', '0', '9', '98765', '4321', '+', ' ', '-', '(', ')', '.', ',', 'E+12', 'x', '/'),
    {
      maxLength: 8,
    },
  )

  it('is never repaired without a word, nor into something that cannot be dialled', () => {
    fc.assert(
      fc.property(
        noise.map((parts) => parts.join('')),
        (typed) => {
          const read = repairPhone(typed)
          if (!read.ok) return
          expect(parsePhone(read.phone)).toMatchObject({ ok: true, phone: read.phone })
          expect(repairPhone(read.phone)).toEqual({ ok: true, phone: read.phone, repairs: [] })
          if (read.repairs.length === 0) expect([read.phone, read.phone.slice(1)]).toContain(typed)
        },
      ),
      { numRuns: 3_000 },
    )
  })

  it('that a person could type in the dialog is read alike, but for the ninth digit', () => {
    fc.assert(
      fc.property(
        noise.map((parts) => parts.join('')),
        (typed) => {
          const [repaired, parsed] = [repairPhone(typed), parsePhone(typed)]
          if (!parsed.ok || !repaired.ok || repaired.repairs.includes('fromNumber')) return
          if (!repaired.repairs.includes('addedNinth')) expect(repaired.phone).toBe(parsed.phone)
        },
      ),
      { numRuns: 3_000 },
    )
  })
})
