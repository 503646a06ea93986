import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ListDraft, newDraft, newRow, newSection } from './list-draft'
import { isRowsText, parseRows, rowsToText, rowToLine, textToSections } from './rows-text'

const row = (title: string, description = '', id = '') => ({ title, description, id })

describe('what is pasted as rows', () => {
  it('takes plain lines as titles', () => {
    expect(parseRows('Vendas\n\n  Suporte  \r\nFinanceiro\n')).toEqual([
      row('Vendas'),
      row('Suporte'),
      row('Financeiro'),
    ])
  })

  it("leaves the list's own marks out, and numbers that are part of the text in", () => {
    const pasted =
      '- Vendas\n• Suporte\n1. Segunda via\n2) Boletos\n•Sem espaço\na) Outros\n2 pizzas\n1.5 kg\n-10%\n*Promo*'
    expect(parseRows(pasted).map(({ title }) => title)).toEqual([
      'Vendas',
      'Suporte',
      'Segunda via',
      'Boletos',
      'Sem espaço',
      'Outros',
      '2 pizzas',
      '1.5 kg',
      '-10%',
      '*Promo*',
    ])
  })

  it('takes "Título | Descrição | id"', () => {
    expect(parseRows('Fone | R$ 299 | prod_002\nCabo||prod_003\nSó título\nUm \\| dois | três')).toEqual([
      row('Fone', 'R$ 299', 'prod_002'),
      row('Cabo', '', 'prod_003'),
      row('Só título'),
      row('Um | dois', 'três'),
    ])
  })

  it('keeps a variable whole, its fallback with it', () => {
    expect(parseRows('{{nome|cliente}} | de {{ cidade | sua cidade }} | a')).toEqual([
      row('{{nome|cliente}}', 'de {{ cidade | sua cidade }}', 'a'),
    ])
    expect(isRowsText('Oi, {{nome | cliente}}')).toBe(false)
    expect(isRowsText('{{nome}} | cliente')).toBe(true)
  })

  it('takes a range of a spreadsheet, with quotes and line ends in its cells', () => {
    const pasted = 'Título\tDescrição\tID\n"Fone ""Pro"""\t"R$ 299\nà vista"\tfone\r\nCabo\t\tcabo\n\tsem título\t\n'
    expect(parseRows(pasted)).toEqual([
      row('Fone "Pro"', 'R$ 299 à vista', 'fone'),
      row('Cabo', '', 'cabo'),
      row('', 'sem título'),
    ])
  })

  it('keeps a quote that only begins a cell', () => {
    expect(parseRows('"Fone" novo\t10"\tx')).toEqual([row('"Fone" novo', '10"', 'x')])
  })

  it('loses no cell past the third', () => {
    expect(parseRows('Fone\tPreto\tfone\tR$ 299\tnovo')).toEqual([row('Fone', 'Preto · R$ 299 · novo', 'fone')])
  })

  it('takes a table in Markdown', () => {
    expect(parseRows('| Nome | Descrição |\n|---|:---:|\n| Fone | R$ 299 |')).toEqual([row('Fone', 'R$ 299')])
  })

  it('is told apart from a part of a title', () => {
    for (const rows of ['a\nb', 'a\tb', 'Fone | R$ 299', '- a\n- b\n']) expect(isRowsText(rows)).toBe(true)
    for (const part of ['Fone', 'Fone\n', 'ou|ou', '| ', '', '\n\n', ' \t']) expect(isRowsText(part)).toBe(false)
  })
})

const full = (): ListDraft =>
  newDraft({
    sections: [
      newSection({
        title: 'Eletrônicos',
        rows: [newRow(row('Smartphone X', 'R$ 1.999', 'prod_001')), newRow(row('Fone', '', 'prod_002'))],
      }),
      newSection({ title: 'Outros', rows: [newRow(row('#1 em vendas', 'a | b \\ c', 'top')), newRow(row('# x'))] }),
    ],
  })

describe('all rows as text', () => {
  it('has a line a row and a # a section', () => {
    expect(rowsToText(full())).toBe(
      '# Eletrônicos\nSmartphone X | R$ 1.999 | prod_001\nFone |  | prod_002\n\n' +
        '# Outros\n#1 em vendas | a \\| b \\\\ c | top\n\\# x',
    )
  })

  it('is empty for a list in which nothing is written', () => {
    expect(rowsToText(newDraft())).toBe('')
    expect(rowsToText(newDraft({ sections: [] }))).toBe('')
  })

  it('says nothing of a single section without a title', () => {
    expect(rowsToText(newDraft({ sections: [newSection({ rows: [newRow(row('Sim')), newRow(row('Não'))] })] }))).toBe(
      'Sim\nNão',
    )
  })

  it('gives the very same sections back when nothing was changed', () => {
    const draft = full()
    expect(textToSections(rowsToText(draft), draft)).toEqual(draft.sections)
  })

  it('keeps key and ID of a row that is renamed beside its ID, moved, or described', () => {
    const draft = full()
    const [phone, earphone] = draft.sections[0]?.rows ?? []
    const [first, second] = textToSections(
      '# Eletrônicos\nFone de ouvido |  | prod_002\n# Novidades\nSmartphone X | R$ 1.799',
      draft,
    )
    expect(first?.rows).toEqual([{ ...earphone, title: 'Fone de ouvido' }])
    expect(second?.rows).toEqual([{ ...phone, description: 'R$ 1.799' }])
    expect([first?.key, second?.key]).toEqual(draft.sections.map(({ key }) => key))
  })

  it('gives a new line an ID of its own, made from its title', () => {
    const draft = full()
    const [section] = textToSections(`${rowsToText(draft)}\nFone preto\nFone preto`.replace('# Outros\n', ''), draft)
    expect(section?.rows.slice(-2).map(({ id }) => id)).toEqual(['fone_preto', 'fone_preto_2'])
  })

  it('takes an ID that is written in another one’s place', () => {
    const draft = full()
    const [section] = textToSections('Smartphone X | R$ 1.999 | sku_1', draft)
    expect(section?.rows).toEqual([{ ...draft.sections[0]?.rows[0], id: 'sku_1' }])
  })

  it('leaves a blank section where everything was taken out', () => {
    const [section, ...more] = textToSections(' \n\n', full())
    expect(more).toEqual([])
    expect(section?.rows).toMatchObject([row('')])
  })

  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc
      .array(
        fc.constantFrom(
          'a',
          ' ',
          '|',
          '\\',
          '#',
          '\t',
          '\n',
          '\r',
          'n',
          '- ',
          '1. ',
          '"',
          '\u00a0',
          '{',
          '{{',
          '}}',
          '{{nome|você}}',
        ),
        {
          maxLength: 6,
        },
      )
      .map((parts) => parts.join('')),
  )
  const drafts = fc
    .array(fc.record({ title: text, rows: fc.array(fc.record({ title: text, description: text, id: text })) }), {
      minLength: 1,
      maxLength: 4,
    })
    .map((sections) =>
      newDraft({
        sections: sections.map(({ title, rows }) => newSection({ title, rows: rows.map((cells) => newRow(cells)) })),
      }),
    )
  const withoutBlank = (draft: ListDraft): ListDraft => ({
    ...draft,
    sections: draft.sections.map((section) => ({ ...section, rows: section.rows.filter((one) => rowToLine(one)) })),
  })

  it('brings any list back as it was, rows in which nothing is written aside', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const { sections } = withoutBlank(draft)
        const back = textToSections(rowsToText(draft), draft)
        if (rowsToText(draft)) expect(back).toEqual(sections)
      }),
      { numRuns: 400 },
    )
  })

  it('holds every word by itself: read into an empty list, it reads the same again', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const written = rowsToText(draft)
        const sections = textToSections(written, newDraft({ sections: [] }))
        // A row without an ID has got one by now.
        const trimmed = ({ title, description, id }: { title: string; description: string; id: string }) => ({
          title: title.trim(),
          description: description.trim(),
          ...(id.trim() && { id: id.trim() }),
        })
        if (!written) return
        expect(sections.map(({ title, rows }) => ({ title, rows }))).toMatchObject(
          withoutBlank(draft).sections.map(({ title, rows }) => ({ title: title.trim(), rows: rows.map(trimmed) })),
        )
        const again = rowsToText(newDraft({ sections }))
        expect(rowsToText(newDraft({ sections: textToSections(again, newDraft({ sections: [] })) }))).toBe(again)
      }),
      { numRuns: 400 },
    )
  })
})
