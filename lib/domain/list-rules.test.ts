import fc from 'fast-check'
import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import { wildDraft } from '@/lib/testing/wild-draft'
import en from '@/messages/en.json'
import ptBR from '@/messages/pt-BR.json'
import { FIRST_TEMPLATE } from './first-template'
import { type ListDraft, messageToDraft, newDraft, newRow, newSection, parseDraftAsMessage } from './list-draft'
import { type Finding, RULES, type RuleId } from './list-finding'
import { checkDraft } from './list-rules'

type RowTexts = { id?: string; title: string; description?: string }
const withRows = (...rows: RowTexts[]): ListDraft =>
  newDraft({
    body: 'Escolha',
    button: 'Ver',
    sections: [newSection({ rows: rows.map((row, r) => newRow({ id: `id_${r}`, ...row })) })],
  })

/** Four rows, so that buttons would not suit better. */
const sound = (more: Partial<ListDraft> = {}): ListDraft => ({
  ...withRows({ title: 'Um' }, { title: 'Dois' }, { title: 'Três' }, { title: 'Quatro' }),
  ...more,
})

const told = (draft: ListDraft) => checkDraft(draft).map(({ code, path }) => `${path.join('.')} ${code}`)
const first = 'sections.0.rows.0'

describe('a draft that breaks no rule', () => {
  it('has no findings', () => {
    expect(told(sound())).toEqual([])
    expect(told(messageToDraft(FIRST_TEMPLATE.message))).toEqual([])
  })

  it('may have a single section without a title: lists are sent so every day', () => {
    expect(sound().sections[0]?.title).toBe('')
    expect(told(sound())).toEqual([])
  })

  it.each<[string, Partial<ListDraft>]>([
    ['formatting, links, emoji and line breaks in the body', { body: '*Oi* 👋\nhttps://exemplo.com' }],
    ['formatting, links and emoji in the footer', { footer: '_até logo_ 👋 www.exemplo.com' }],
    [
      'emoji in header and section title',
      { header: 'Oi 👋', sections: [newSection({ title: '🔥', ...sound().sections[0] })] },
    ],
    ['marks that stand for themselves', { header: '2 * 3 * 4, snake_case_name, ~ 5' }],
    ['©, ® and ™ on the button', { button: 'Ver © ® ™' }],
  ])('may have %s', (_what, more) => {
    expect(told(sound(more))).toEqual([])
  })

  it('may have a list marker at the start of a row', () => {
    expect(told(withRows({ title: '1. Um' }, { title: '2. Dois' }, { title: '- Três' }, { title: '> 4' }))).toEqual([])
  })
})

describe('a draft is warned of', () => {
  it.each<[string, Partial<ListDraft>, string]>([
    ['spaces at the end of the body', { body: 'Oi\n' }, 'body edgeSpaces'],
    ['spaces at the start of the button', { button: ' Ver' }, 'button edgeSpaces'],
    ['a header of spaces', { header: '  ' }, 'header onlySpaces'],
    ['a line break in the footer', { footer: 'a\nb' }, 'footer lineBreak'],
    ['formatting in the header', { header: '*Oi*' }, 'header marks'],
    ['code on the button', { button: '`Ver`' }, 'button marks'],
    ['emoji on the button', { button: 'Ver 👀' }, 'button emoji'],
  ])('%s', (_what, more, finding) => {
    expect(told(sound(more))).toEqual([finding])
  })

  it.each<[string, RowTexts, string]>([
    ['spaces around an ID', { id: 'a ', title: 'Um' }, `${first}.id edgeSpaces`],
    ['a description of spaces', { title: 'Um', description: ' ' }, `${first}.description onlySpaces`],
    ['a line break in a title', { title: 'a\nb' }, `${first}.title lineBreak`],
    ['formatting in a title', { title: '~Um~' }, `${first}.title marks`],
    ['formatting in a description', { title: 'Um', description: 'a _b_' }, `${first}.description marks`],
    ['a link in a title', { title: 'www.exemplo.com' }, `${first}.title link`],
    ['a link in a description', { title: 'Um', description: 'em https://a.com' }, `${first}.description link`],
    ['emoji in a title', { title: 'Um ❤️' }, `${first}.title emoji`],
    ['a keycap in a title', { title: '1️⃣ Um' }, `${first}.title emoji`],
    ['a flag in a title', { title: 'Brasil 🇧🇷' }, `${first}.title emoji`],
  ])('%s', (_what, row, finding) => {
    const draft = withRows(row, { title: 'Dois' }, { title: 'Tres' }, { title: 'Quatro' })
    expect(told(draft)).toEqual([finding])
  })

  it('a section title of spaces, after what blocks where two sections need one', () => {
    const section = (title: string, id: string) =>
      newSection({ title, rows: [newRow({ id, title: id, description: 'x' })] })
    expect(told(sound({ sections: [section(' ', 'a')] }))).toEqual(['sections.0.title onlySpaces'])
    expect(told(sound({ sections: [section(' ', 'a'), section('B', 'b')] }))).toEqual([
      'sections.0.title sectionTitleRequired',
      'sections.0.title onlySpaces',
    ])
  })

  it('the whole emoji, however many units it has', () => {
    expect(checkDraft(sound({ button: 'Ver 👩🏽‍🚀!' }))[0]?.params).toEqual({ emoji: '👩🏽‍🚀' })
  })

  it('row titles that read the same, at each but the first, whatever tells their descriptions apart', () => {
    const draft = withRows(
      { title: 'Fone  preto' },
      { title: 'fone preto', description: 'sem fio' },
      { title: 'Caixa' },
      { title: 'Fone Preto' },
    )
    expect(checkDraft(draft)).toEqual([
      {
        code: 'equalTitles',
        severity: 'warns',
        path: ['sections', 0, 'rows', 1, 'title'],
        params: { title: 'Fone  preto' },
        fix: 'numberTitle',
      },
      expect.objectContaining({ code: 'equalTitles', path: ['sections', 0, 'rows', 3, 'title'] }),
    ])
    expect(told(withRows({ title: 'Avó' }, { title: 'Avô' }, { title: 'Pai' }, { title: 'Tio' }))).toEqual([])
  })

  it('rows that a narrow phone cuts to the same, title and description', () => {
    const monthly = { title: 'Plano família mensal', description: '' }
    const yearly = { title: 'Plano família mensalista' }
    const others = [{ title: 'Um' }, { title: 'Dois' }]
    expect(told(withRows(monthly, yearly, ...others))).toEqual(['sections.0.rows.1.title lookAlike'])
    expect(
      told(withRows({ ...monthly, description: 'R$ 10' }, { ...yearly, description: 'R$ 20' }, ...others)),
    ).toEqual([])
    expect(told(withRows({ title: 'Plano mensal fam' }, { title: 'Plano mensal familia' }, ...others))).toEqual([])
  })

  it('one to three short rows, which buttons would show openly', () => {
    expect(checkDraft(withRows({ title: 'Sim' }, { title: 'Não' }))).toEqual([
      { code: 'buttonsMaySuit', severity: 'warns', path: ['sections'], params: { count: 2 } },
    ])
    expect(told(withRows({ title: 'Sim' }, { title: 'x'.repeat(21) }))).toEqual([])
    expect(told(withRows({ title: 'Sim', description: 'quero' }, { title: 'Não' }))).toEqual([])
    expect(told(newDraft())).not.toContain('sections buttonsMaySuit')
  })
})

describe('the findings', () => {
  it('come in the order of the form, at one field what blocks first', () => {
    const draft = sound({ header: ' *Oi*', body: '', button: ` ${'Ver '.repeat(6)}` })
    expect(told(draft)).toEqual([
      'header edgeSpaces',
      'header marks',
      'body required',
      'button tooLong',
      'button edgeSpaces',
    ])
  })

  it('block exactly where the schema refuses, and carry the severity of their rule', () => {
    fc.assert(
      fc.property(wildDraft, (draft) => {
        const findings = checkDraft(draft)
        expect(findings.some(({ severity }) => severity === 'blocks')).toBe(!parseDraftAsMessage(draft).success)
        for (const { code, severity } of findings) expect(severity).toBe(RULES[code])
      }),
    )
  })
})

const sentences = { 'pt-BR': ptBR, en }
/** Fails to compile where a rule has no sentence. */
const written: Record<keyof typeof sentences, Record<RuleId, string | object>> = {
  'pt-BR': ptBR.problems,
  en: en.problems,
}

describe.each(['pt-BR', 'en'] as const)('in %s', (locale) => {
  it('every rule has a sentence', () => {
    for (const id of Object.keys(RULES)) expect(written[locale]).toHaveProperty(id)
  })

  it('the params of every finding fill its sentence', () => {
    const t = createTranslator<typeof ptBR>({
      locale,
      messages: sentences[locale],
      onError: (error) => {
        throw error
      },
    })
    const say = ({ code, params }: Finding) =>
      code === 'required' ? t('problems.required.other') : t(`problems.${code}`, params)
    const seen = new Set<RuleId>()
    for (const draft of fc.sample(wildDraft, { numRuns: 200, seed: 7 })) {
      for (const finding of checkDraft(draft)) {
        seen.add(finding.code)
        expect(say(finding)).not.toMatch(/[{}]|undefined/)
      }
    }
    const tooMany = withRows(...Array.from({ length: 11 }, (_, r) => ({ title: `Opção ${r}` })))
    const variables = sound({
      header: '{{nom}}',
      body: '{{}} {{nome',
      sections: [newSection({ rows: [newRow({ id: '{{nome}}', title: '{{nome}}' })] })],
    })
    for (const draft of [withRows({ title: 'Sim' }), tooMany, newDraft({ sections: [] }), variables]) {
      for (const finding of checkDraft(draft)) {
        seen.add(finding.code)
        say(finding)
      }
    }
    expect([...seen].sort()).toEqual(Object.keys(RULES).sort())
  })
})
