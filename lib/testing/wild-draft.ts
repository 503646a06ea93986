import fc from 'fast-check'
import { type ListDraft, newRow, newSection } from '@/lib/domain/list-draft'

/** Texts that break rules, often and several at once: blank, padded, marked, too long, half an emoji, alike. */
const piece = fc.constantFrom(
  'Fone',
  'fone',
  'Smartphone X com 128 GB de memória',
  'Assinatura mensal do plano família',
  'Otorrinolaringologistasespecialistas',
  '*Promo*',
  '_a_ `b`',
  'https://exemplo.com.br/a',
  '👩🏽‍🚀',
  '🔥',
  '日本語の長いタイトルは空白なしで書かれることが多いです',
  'e\u0301'.repeat(14),
  '\ud83d',
  '\0',
  '\n',
  '\r\n',
  ' ',
  '   ',
  '.',
)
const pieces = fc.array(piece, { maxLength: 4 })
const text = fc.oneof(
  { weight: 3, arbitrary: pieces.map((parts) => parts.join('')) },
  { weight: 2, arbitrary: pieces.map((parts) => parts.join(' ')) },
  { weight: 1, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
)
const id = fc.oneof(fc.constantFrom('', 'a', 'a_2', ' a', 'a\nb', 'x'.repeat(199), 'x'.repeat(203)), text)

const row = fc.oneof(
  { weight: 5, arbitrary: fc.record({ id, title: text, description: text }).map(newRow) },
  { weight: 1, arbitrary: fc.constant({}).map(newRow) },
)
const section = (maxLength: number) => fc.record({ title: text, rows: fc.array(row, { maxLength }) }).map(newSection)

/** Drafts as an import or a hurried person may leave them. */
export const wildDraft: fc.Arbitrary<ListDraft> = fc.record({
  header: text,
  body: text,
  footer: text,
  button: text,
  sections: fc.oneof(
    { weight: 5, arbitrary: fc.array(section(4), { maxLength: 3 }) },
    { weight: 1, arbitrary: fc.array(section(1), { minLength: 11, maxLength: 12 }) },
  ),
})
