import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FIRST_TEMPLATE } from './first-template'
import { draftToMessage, messageToDraft } from './list-draft'
import { LIMITS, type ListMessage, listMessageSchema } from './list-message'
import { fromInteractive, interactiveSchema, messagePayloadSchema, toPayload } from './list-message-payload'

/** What the page of VecTalk's documentation that began this project posts. */
const DOCUMENTED = `{
  "messaging_product": "whatsapp",
  "to": "5511999999999",
  "type": "interactive",
  "interactive": {
    "type": "list",
    "body": { "text": "Selecione um produto:" },
    "footer": { "text": "Estoque disponível" },
    "action": {
      "button": "Ver produtos",
      "sections": [
        {
          "title": "Eletrônicos",
          "rows": [
            { "id": "prod_001", "title": "Smartphone X", "description": "R$ 1.999,00" },
            { "id": "prod_002", "title": "Fone Bluetooth", "description": "R$ 299,00" }
          ]
        }
      ]
    }
  }
}`

const printable = (text: string) => text.trim() !== '' && !/[\0\p{Surrogate}]/u.test(text)
const text = (maxLength: number) =>
  fc.string({ unit: 'grapheme', minLength: 1, maxLength }).filter((made) => made.length <= maxLength && printable(made))

const rowArb = fc.record(
  { id: text(40), title: text(LIMITS.rowTitle), description: text(LIMITS.rowDescription) },
  { requiredKeys: ['id', 'title'] },
)

/** Any message that WhatsApp would take. */
const sendable: fc.Arbitrary<ListMessage> = fc
  .record(
    {
      header: text(LIMITS.header),
      body: text(LIMITS.body),
      footer: text(LIMITS.footer),
      button: text(LIMITS.button),
      rows: fc.uniqueArray(rowArb, { minLength: 1, maxLength: LIMITS.rows, selector: (row) => row.id }),
      titles: fc.array(text(LIMITS.sectionTitle), { minLength: LIMITS.rows, maxLength: LIMITS.rows }),
      untitled: fc.boolean(),
      perSection: fc.integer({ min: 1, max: LIMITS.rows }),
    },
    { requiredKeys: ['body', 'button', 'rows', 'titles', 'untitled', 'perSection'] },
  )
  .map(({ rows, titles, untitled, perSection, ...texts }) => {
    const groups = Array.from({ length: Math.ceil(rows.length / perSection) }, (_, i) =>
      rows.slice(i * perSection, (i + 1) * perSection),
    )
    const sections = groups.map((group, i) => ({
      ...((groups.length > 1 || !untitled) && { title: titles[i] }),
      rows: group,
    }))
    return { ...texts, sections }
  })

describe('the payload', () => {
  it('of the documented list is the documented JSON, keys in the same order', () => {
    const payload = toPayload(FIRST_TEMPLATE.message, '+5511999999999')
    expect(payload).toEqual(JSON.parse(DOCUMENTED))
    expect(JSON.stringify(payload)).toBe(JSON.stringify(JSON.parse(DOCUMENTED)))
  })

  it('names the recipient’s type only where it is asked for', () => {
    const payload = toPayload(FIRST_TEMPLATE.message, '+5511999999999', { includeRecipientType: true })
    expect(payload.recipient_type).toBe('individual')
    expect(Object.keys(payload)).toEqual(['messaging_product', 'recipient_type', 'to', 'type', 'interactive'])
  })

  it('of any sendable message is accepted, and leads back to it', () => {
    fc.assert(
      fc.property(sendable, (message) => {
        const parsed = listMessageSchema.parse(message)
        const wire = JSON.parse(JSON.stringify(toPayload(parsed, '+5511987654321')))
        expect(messagePayloadSchema.parse(wire).to).toBe('5511987654321')
        expect(JSON.stringify(fromInteractive(interactiveSchema.parse(wire.interactive)))).toBe(JSON.stringify(parsed))
      }),
    )
  })

  it('survives the way through the editor and through jsonb, which sorts keys', () => {
    const sorted = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(sorted)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .sort(([a], [b]) => (a < b ? -1 : 1))
                .map(([key, item]) => [key, sorted(item)]),
            )
          : value
    fc.assert(
      fc.property(sendable, (message) => {
        const sent = JSON.stringify(toPayload(message, '+5511987654321'))
        const stored = sorted(JSON.parse(JSON.stringify(message))) as ListMessage
        expect(JSON.stringify(toPayload(stored, '+5511987654321'))).toBe(sent)
        const edited = draftToMessage(messageToDraft(message))
        expect(JSON.stringify(toPayload(edited, '+5511987654321'))).toBe(sent)
      }),
    )
  })

  it('has no empty text in it', () => {
    const payload = toPayload(
      {
        header: '',
        body: 'a',
        footer: '',
        button: 'b',
        sections: [{ title: '', rows: [{ id: '1', title: 'c', description: '' }] }],
      },
      '+5511987654321',
    )
    expect(JSON.stringify(payload.interactive)).toBe(
      '{"type":"list","body":{"text":"a"},"action":{"button":"b","sections":[{"rows":[{"id":"1","title":"c"}]}]}}',
    )
  })
})

describe('a number on the wire', () => {
  const to = (value: unknown) =>
    messagePayloadSchema.safeParse({ ...toPayload(FIRST_TEMPLATE.message, '+1'), to: value })

  it.each(['+55 (11) 98765-4321', '5511987654321', 5511987654321])('%s is dialled as its digits', (value) => {
    expect(to(value).data?.to).toBe('5511987654321')
  })

  it.each(['', '123', 'five', '1234567890123456', null, 1.5])('%s is refused', (value) => {
    expect(to(value).success).toBe(false)
  })
})
