import fc from 'fast-check'
import { type ListDraft, newRow, newSection } from '@/lib/domain/list-draft'

const piece = fc.constantFrom(
  '{{nome}}',
  '{{ Primeiro Nome }}',
  '{{primeiro_nome|cliente}}',
  '{{pedido|ainda sem número, desculpe}}',
  '{{nom}}',
  '{{um_nome_que_ninguem_conhece}}',
  '{{empresa',
  '{{}}',
  'Fone',
  'Smartphone X com 128 GB',
  'otorrinolaringologista',
  '*Promo*',
  '_a_',
  '🔥',
  '\n',
  ' ',
  ' (',
)
const pieces = fc.array(piece, { maxLength: 4 })
const text = fc.oneof(
  pieces.map((parts) => parts.join('')),
  pieces.map((parts) => parts.join(' ')),
)
const row = fc.record({ id: fc.oneof(text, fc.constantFrom('a', 'b')), title: text, description: text }).map(newRow)
const section = fc.record({ title: text, rows: fc.array(row, { maxLength: 4 }) }).map(newSection)

/** Drafts with sound and broken variables everywhere, most of them too long or alike. */
export const variableDraft: fc.Arbitrary<ListDraft> = fc.record({
  header: text,
  body: text,
  footer: text,
  button: text,
  sections: fc.array(section, { maxLength: 3 }),
})
