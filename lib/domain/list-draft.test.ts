import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  draftToMessage,
  listDraftSchema,
  messageToDraft,
  newDraft,
  newKey,
  newRow,
  newSection,
  parseDraftAsMessage,
} from './list-draft'
import { LIMITS, type ListMessage, listMessageSchema } from './list-message'

const text = (max: number) =>
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: max }).filter((s) => s.trim() !== '' && s.length <= max)

const message: fc.Arbitrary<ListMessage> = fc
  .record(
    {
      header: text(LIMITS.header),
      body: text(LIMITS.body),
      footer: text(LIMITS.footer),
      button: text(LIMITS.button),
      sections: fc.array(
        fc.record({
          title: text(LIMITS.sectionTitle),
          rows: fc.array(
            fc.record(
              { id: fc.constant(''), title: text(LIMITS.rowTitle), description: text(LIMITS.rowDescription) },
              { requiredKeys: ['id', 'title'] },
            ),
            { minLength: 1, maxLength: 2 },
          ),
        }),
        { minLength: 1, maxLength: 5 },
      ),
    },
    { requiredKeys: ['body', 'button', 'sections'] },
  )
  .map((made) => {
    let n = 0
    return {
      ...made,
      sections: made.sections.map((section) => ({
        ...section,
        rows: section.rows.map((row) => ({ ...row, id: `row_${n++}` })),
      })),
    }
  })

it('any sendable message can be opened in the editor and comes back the same', () => {
  fc.assert(
    fc.property(message, (original) => {
      const draft = messageToDraft(original)
      expect(listDraftSchema.safeParse(draft).success).toBe(true)
      expect(draftToMessage(draft)).toEqual(original)
      expect(parseDraftAsMessage(draft)).toMatchObject({ success: true, data: listMessageSchema.parse(original) })
    }),
  )
})

it('a new draft is whole, and not yet a message', () => {
  expect(listDraftSchema.safeParse(newDraft()).success).toBe(true)
  expect(parseDraftAsMessage(newDraft()).success).toBe(false)
})

it('texts of nothing but white space are left out, so that WhatsApp never sees an empty one', () => {
  const draft = newDraft({
    header: '  ',
    body: 'Olá',
    footer: '\n',
    button: 'Ver',
    sections: [newSection({ title: ' ', rows: [newRow({ id: 'a', title: 'A', description: ' ' })] })],
  })
  expect(draftToMessage(draft)).toEqual({
    body: 'Olá',
    button: 'Ver',
    sections: [{ rows: [{ id: 'a', title: 'A' }] }],
  })
})

it('no two keys are alike', () => {
  expect(new Set(Array.from({ length: 5000 }, newKey)).size).toBe(5000)
})
