import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { variableDraft } from '@/lib/testing/variable-draft'
import { fieldsOf } from './draft-field'
import { type ListDraft, newDraft, newRow, newSection, parseDraftAsMessage } from './list-draft'
import type { Finding, RuleId } from './list-finding'
import { fixAll, isSafeFix } from './list-fix-all'
import { applyFix } from './list-fixes'
import { LIMITS } from './list-message'
import { checkDraft } from './list-rules'
import { fillDraft, readVariables, sampleText } from './variables'

type RowTexts = { id?: string; title: string; description?: string }
const withRows = (...rows: RowTexts[]) => [
  newSection({ rows: rows.map((row, r) => newRow({ id: `id_${r}`, ...row })) }),
]

/** Four rows, so that buttons would not suit better. */
const sound = (more: Partial<ListDraft> = {}): ListDraft =>
  newDraft({
    body: 'Escolha',
    button: 'Ver',
    sections: withRows({ title: 'Um' }, { title: 'Dois' }, { title: 'Três' }, { title: 'Quatro' }),
    ...more,
  })
const withTitle = (title: string, more: Partial<RowTexts> = {}) =>
  sound({ sections: withRows({ title, ...more }, { title: 'Dois' }, { title: 'Três' }, { title: 'Quatro' }) })
const firstRow = (draft: ListDraft) => draft.sections[0]?.rows[0]

const told = (draft: ListDraft) => checkDraft(draft).map(({ code, path }) => `${path.join('.')} ${code}`)
const findingOf = (draft: ListDraft, code: RuleId): Finding => {
  const found = checkDraft(draft).find((finding) => finding.code === code)
  if (!found) throw new Error(`No finding ${code}`)
  return found
}
const variablesIn = (text: string) => readVariables(text).map(({ start, end }) => text.slice(start, end))

describe('a text with variables', () => {
  it('is as long as with samples, however long it was to type', () => {
    expect('{{primeiro_nome|cliente}}'.length).toBeGreaterThan(LIMITS.rowTitle)
    expect(told(withTitle('{{primeiro_nome|cliente}}'))).toEqual([])
    expect(told(sound({ button: 'Ver {{primeiro_nome}}' }))).toEqual(['button worstCaseTooLong'])
  })

  it('that is too long with samples blocks, by as much as these pass', () => {
    const finding = findingOf(withTitle('Pedido da loja {{empresa}}'), 'tooLong')
    expect(finding.params).toEqual({ max: 24, over: 'Pedido da loja Casa das Tintas'.length - 24, sampled: 1 })
    expect(told(withTitle('Pedido da loja {{empresa}}'))).not.toContain('sections.0.rows.0.title worstCaseTooLong')
  })

  it('that is too long only with long values is warned of, and of the variable that weighs most', () => {
    expect(checkDraft(withTitle('{{pedido}} {{nome}}'))).toEqual([
      {
        code: 'worstCaseTooLong',
        severity: 'warns',
        path: ['sections', 0, 'rows', 0, 'title'],
        params: { max: 24, over: 17 + 1 + 40 - 24, variable: 'nome' },
      },
    ])
    expect(told(sound({ button: '{{pedido|ainda sem número}}' }))).toEqual([])
    expect(told(sound({ button: '{{pedido|ainda sem número nenhum}}' }))).toEqual(['button worstCaseTooLong'])
  })

  it('is compared as the phone shows it', () => {
    const alike = sound({
      sections: withRows({ title: '{{nome}}' }, { title: '{{ Nome | você }}' }, { title: 'Três' }, { title: 'Quatro' }),
    })
    const finding = findingOf(alike, 'equalTitles')
    expect(finding).toMatchObject({ path: ['sections', 0, 'rows', 1, 'title'], fix: 'numberTitle' })
    expect(applyFix(alike, finding).sections[0]?.rows[1]?.title).toBe('{{ Nome | você }} 2')
  })

  it('has no formatting by the underscores of its names', () => {
    expect(told(sound({ header: '{{primeiro_nome}} e {{primeiro_nome}}' }))).toEqual([])
    const marked = sound({ header: '*{{primeiro_nome}}* _oi_' })
    expect(applyFix(marked, findingOf(marked, 'marks')).header).toBe('{{primeiro_nome}} oi')
  })

  it('does not hide behind its samples what no phone can show', () => {
    const broken = sound({ header: '{{nome|a\0}}' })
    expect(told(broken)).toEqual(['header invalid'])
    expect(applyFix(broken, findingOf(broken, 'invalid')).header).toBe('{{nome|a}}')
  })
})

describe('a broken variable blocks at its field', () => {
  it.each<[string, string, string, string, string | undefined, string]>([
    [
      'by a name that is nearly one',
      'Oi, {{nom}}, tudo bem?',
      'unknownVariable',
      'Oi, {{nom}}, tudo bem?',
      'swapVariable',
      'Oi, {{nome}}, tudo bem?',
    ],
    ['with its fallback', '{{name|você}}', 'unknownVariable', '{{name|você}}', 'swapVariable', '{{nome|você}}'],
    ['by the start of a name', '{{venc}}', 'unknownVariable', '{{venc}}', 'swapVariable', '{{vencimento}}'],
    [
      'by more than a name',
      '{{nome do cliente}}',
      'unknownVariable',
      '{{nome do cliente}}',
      'swapVariable',
      '{{nome}}',
    ],
    ['by a name like none', 'Oi {{1}}', 'unknownVariable', 'Oi {{1}}', undefined, 'Oi {{1}}'],
    [
      'that is not closed',
      'Oi {{nome, tudo',
      'unclosedVariable',
      'Oi {{nome, tudo',
      'closeVariable',
      'Oi {{nome}}, tudo',
    ],
    [
      'that is closed by half',
      '{{nome|você} oi',
      'unclosedVariable',
      '{{nome|você} oi',
      'closeVariable',
      '{{nome|você}} oi',
    ],
    ['that nobody can guess', 'a {{ b', 'unclosedVariable', 'a {{ b', undefined, 'a {{ b'],
    ['without a name', 'Oi {{}}!', 'emptyVariable', 'Oi {{}}!', 'dropVariable', 'Oi !'],
  ])('%s: %j', (_what, header, code, around, fix, left) => {
    const draft = sound({ header })
    const finding = findingOf(draft, code as RuleId)
    expect(finding).toMatchObject({ severity: 'blocks', path: ['header'], params: { around } })
    expect(finding.fix).toBe(fix)
    expect(applyFix(draft, finding).header).toBe(left)
  })

  it('each for itself, and tells where in the text', () => {
    const draft = sound({ body: 'Bom dia, {{nom}}! Seu pedido {{pedid}} chegou à loja de {{cidade}} hoje cedo.' })
    const findings = checkDraft(draft)
    expect(findings.map(({ params }) => [params.at, params.around, params.guess])).toEqual([
      [9, 'Bom dia, {{nom}}! Seu pedido…', '{{nome}}'],
      [29, '…Seu pedido {{pedid}} chegou à…', '{{pedido}}'],
    ])
    const [, second] = findings
    expect(second && applyFix(draft, second).body).toContain('{{nom}}! Seu pedido {{pedido}} chegou')
  })

  it('but not once it is mended, or stands elsewhere', () => {
    const draft = sound({ header: 'Oi {{nom}}' })
    const finding = findingOf(draft, 'unknownVariable')
    for (const header of ['Oi {{nome}}', 'Oi {{nom', 'Olá {{nom}}', '']) {
      const other = sound({ header })
      expect(applyFix(other, finding)).toBe(other)
    }
  })

  it('before the length of its text', () => {
    expect(told(sound({ button: '{{um_nome_que_ninguem_conhece}}' }))).toEqual([
      'button unknownVariable',
      'button tooLong',
    ])
  })
})

describe('a variable in an ID', () => {
  it.each([
    ['goes', 'pedido_{{pedido}}', 'pedido_'],
    ['goes, and leaves an ID unlike all others', 'id_1{{nome}}', 'id_1_2'],
    ['goes, and leaves an ID made from the title', '{{pedido}}', 'um'],
    ['goes though it is broken', 'a{{{{}}{{b', 'a'],
  ])('%s: %j', (_what, id, left) => {
    const draft = withTitle('Um', { id })
    const finding = findingOf(draft, 'variableInId')
    expect(finding).toMatchObject({ severity: 'blocks', path: ['sections', 0, 'rows', 0, 'id'], fix: 'dropVariable' })
    expect(firstRow(applyFix(draft, finding))?.id).toBe(left)
  })
})

describe('repairs around variables', () => {
  it.each([
    ['cut before one that does not fit', 'Consulta em {{empresa}}', 'Consulta em'],
    ['cut behind one that just fits', 'Setor de {{protocolo}}, sala 2', 'Setor de {{protocolo}}'],
  ])('%s: %j', (_what, title, left) => {
    const draft = withTitle(title, { description: 'x'.repeat(70) })
    const finding = findingOf(draft, 'tooLong')
    expect(finding.fix).toBe('cut')
    expect(firstRow(applyFix(draft, finding))?.title).toBe(left)
  })

  it('move a variable whole to the description', () => {
    const draft = withTitle('Smartphone X de {{primeiro_nome}} {{nome|você}}')
    const finding = findingOf(draft, 'tooLong')
    expect(finding.fix).toBe('moveOverflow')
    expect(firstRow(applyFix(draft, finding))).toMatchObject({
      title: 'Smartphone X de {{primeiro_nome}}',
      description: '{{nome|você}}',
    })
  })

  it('close at once what is surely meant, however many; guess nothing unasked', () => {
    const draft = sound({ body: '{{nome e {{cidade|aqui e {{nom}} e {{pedid e {{}}' })
    const { draft: fixed, applied } = fixAll(draft)
    expect(fixed.body).toBe('{{nome}} e {{cidade|aqui}} e {{nom}} e {{pedid e {{}}')
    expect(applied.map(({ fix }) => fix)).toEqual(['closeVariable', 'closeVariable'])
    expect(isSafeFix(draft, findingOf(draft, 'unknownVariable'))).toBe(false)
  })

  it('never part a variable, and leave fewer findings of their rule', () => {
    const count = (findings: Finding[], code: RuleId) => findings.filter((finding) => finding.code === code).length
    fc.assert(
      fc.property(variableDraft, (draft) => {
        const before = new Set(fieldsOf(draft).flatMap(({ text }) => variablesIn(text)))
        const findings = checkDraft(draft)
        for (const finding of findings) {
          const fixed = applyFix(draft, finding)
          if (finding.fix) expect(count(checkDraft(fixed), finding.code)).toBeLessThan(count(findings, finding.code))
          else expect(fixed).toBe(draft)
          if (finding.fix === 'cut' || finding.fix === 'moveOverflow') {
            for (const { text } of fieldsOf(fixed)) for (const one of variablesIn(text)) expect(before).toContain(one)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('are done once and for all, and add no problem', () => {
    fc.assert(
      fc.property(variableDraft, (draft) => {
        const { draft: fixed } = fixAll(draft)
        expect(fixAll(fixed)).toEqual({ draft: fixed, applied: [] })
        const blocks = (one: ListDraft) => checkDraft(one).filter(({ severity }) => severity === 'blocks').length
        expect(blocks(fixed)).toBeLessThanOrEqual(blocks(draft))
      }),
    )
  })
})

it('a draft with variables blocks exactly where one is broken, or the schema refuses it with samples', () => {
  fc.assert(
    fc.property(variableDraft, (draft) => {
      const isBroken = fieldsOf(draft).some(({ name, text }) =>
        readVariables(text).some(({ problem }) => problem !== null || name === 'rowId'),
      )
      const isRefused = !parseDraftAsMessage(fillDraft(draft, sampleText)).success
      expect(checkDraft(draft).some(({ severity }) => severity === 'blocks')).toBe(isBroken || isRefused)
    }),
  )
})
