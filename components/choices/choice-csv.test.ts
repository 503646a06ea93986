import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import type { ChoiceReport } from '@/lib/domain/choice'
import english from '@/messages/en.json'
import portuguese from '@/messages/pt-BR.json'
import { choiceCsv } from './choice-csv'
import { nextSort, sortChoices } from './choice-sort'
import { compareCsv } from './compare-csv'

const REPORT: ChoiceReport = {
  scope: {},
  name: 'Ajuda',
  message: { body: 'Escolha', button: 'Ver', sections: [] },
  sentAt: '2026-11-20T12:00:00.000Z',
  version: null,
  templateId: null,
  sendCount: 1,
  isTest: false,
  isRehearsal: false,
  rehearsalsLeftOut: 0,
  totals: { recipients: 10, got: 8, read: 6, readOnly: 2, replied: 4, chose: 3, typed: 1 },
  rows: [
    {
      id: '=1+1',
      title: 'Segunda via; "já"',
      description: null,
      otherTitles: ['2ª via', 'Boleto'],
      section: 0,
      position: 0,
      count: 3,
      medianSeconds: 12.4,
    },
    {
      id: 'b',
      title: 'Água',
      description: 'x',
      otherTitles: [],
      section: null,
      position: null,
      count: 0,
      medianSeconds: null,
    },
  ],
  sections: [{ title: 'Financeiro', count: 3, medianSeconds: 12.4 }],
  medianSeconds: 12.4,
  isOrderStable: true,
  typed: {
    groups: [{ text: '@SUM(A1)', count: 2, people: 1, match: { kind: 'row', rowId: 'b', how: 'alike' } }],
    total: 2,
    isCut: false,
  },
}
const lines = (locale: 'pt-BR' | 'en') => {
  const messages = locale === 'en' ? english : portuguese
  return choiceCsv(REPORT, { locale, t: createTranslator({ locale, messages, namespace: 'choices.csv' }) }).split(
    '\r\n',
  )
}

describe('the file of a report', () => {
  it('is as Excel in Portuguese takes it: a mark, semicolons, decimal commas', () => {
    const [head, first] = lines('pt-BR')
    expect(head?.startsWith('\ufeffID da opção;Título;')).toBe(true)
    expect(first).toBe(`'=1+1;"Segunda via; ""já""";;2ª via | Boleto;Financeiro;1;3;75;30,06;95,44;37,5;13,68;69,43;12`)
  })

  it('has commas and points in English', () => {
    expect(lines('en')[1]).toBe(
      `'=1+1,"Segunda via; ""já""",,2ª via | Boleto,Financeiro,1,3,75,30.06,95.44,37.5,13.68,69.43,12`,
    )
  })

  it('has as many cells in a row as in its head, and no formula of what somebody typed', () => {
    const all = lines('pt-BR')
    expect(all[2]?.split(';')).toHaveLength(all[0]?.split(';').length ?? 0)
    expect(all).toContain(`'@SUM(A1);2;1;uma opção;Água`)
    expect(all).toContain('Leram e não responderam;2')
  })
})

describe('the file of a comparison', () => {
  it('has both sides, the difference with its bounds, and what may be said of it', () => {
    const t = createTranslator({ locale: 'pt-BR', messages: portuguese, namespace: 'choices.csv' })
    const verdict = createTranslator({ locale: 'pt-BR', messages: portuguese, namespace: 'choices.compare.verdict' })
    const other = { ...REPORT, rows: REPORT.rows.slice(0, 1) }
    const [head, both, alone] = compareCsv(REPORT, other, 'got', { locale: 'pt-BR', t, verdict }).split('\r\n')
    expect(head).toContain('A: de quem recebeu (%)')
    expect(both).toMatch(/;3;37,5;3;37,5;0;-39,83;39,83;Sem diferença que se possa ver\.$/)
    expect(alone).toBe('b;Água;;0;0;;;;;;Só existe em A: não dá para comparar.')
  })
})

describe('the order of rows', () => {
  const ids = (by: Parameters<typeof sortChoices>[1]) => sortChoices(REPORT.rows, by).map(({ id }) => id)

  it('is by what was pressed, and those without it stand last both ways', () => {
    expect(ids({ by: 'title', isDown: false })).toEqual(['b', '=1+1'])
    expect(ids({ by: 'count', isDown: true })).toEqual(['=1+1', 'b'])
    expect(ids({ by: 'time', isDown: false })).toEqual(['=1+1', 'b'])
    expect(ids({ by: 'time', isDown: true })).toEqual(['=1+1', 'b'])
  })

  it('turns round on a second press', () => {
    const once = nextSort({ by: 'title', isDown: false }, 'count')
    expect(once).toEqual({ by: 'count', isDown: true })
    expect(nextSort(once, 'count')).toEqual({ by: 'count', isDown: false })
  })
})
