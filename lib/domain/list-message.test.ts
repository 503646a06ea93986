import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LIMITS, type ListMessage, listMessageSchema, listMessageTexts } from './list-message'

const long = (length: number) => 'x'.repeat(length)
const rows = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => ({ id: `row_${from + i}`, title: `Opção ${from + i}` }))

const message = (more: Partial<ListMessage> = {}): ListMessage => ({
  body: 'Escolha',
  button: 'Ver',
  sections: [{ rows: rows(1) }],
  ...more,
})
const withRow = (more: Record<string, unknown>) =>
  message({ sections: [{ rows: [{ id: '1', title: 'Um', ...more }] }] })

/** What is wrong, each as `path code`. */
const wrongs = (candidate: unknown) =>
  (listMessageSchema.safeParse(candidate).error?.issues ?? []).map(
    (issue) => `${issue.path.join('.')} ${issue.code === 'custom' ? issue.params?.problem : issue.code}`,
  )

describe('a list message', () => {
  it.each<[string, ListMessage]>([
    ['with the least there can be', message()],
    [
      'with every text at its limit',
      message({
        header: long(LIMITS.header),
        body: long(LIMITS.body),
        footer: long(LIMITS.footer),
        button: long(LIMITS.button),
        sections: [
          {
            title: long(LIMITS.sectionTitle),
            rows: [{ id: long(LIMITS.rowId), title: long(LIMITS.rowTitle), description: long(LIMITS.rowDescription) }],
          },
        ],
      }),
    ],
    [
      'with ten sections of one row',
      message({
        sections: rows(10).map((row) => ({ title: row.title, rows: [row] })),
      }),
    ],
    ['with ten rows and no section title', message({ sections: [{ rows: rows(10) }] })],
    [
      'with one row title twice',
      message({
        sections: [
          {
            rows: [
              { id: '1', title: 'Um' },
              { id: '2', title: 'Um' },
            ],
          },
        ],
      }),
    ],
    ['with line breaks, emoji and accents', message({ body: 'Olá 👋\n\nvocê 👨‍👩‍👧' })],
  ])('%s can be sent', (_what, candidate) => {
    expect(wrongs(candidate)).toEqual([])
  })

  it.each<[string, ListMessage, string[]]>([
    ['a header of 61', message({ header: long(61) }), ['header too_big']],
    ['a body of 1025', message({ body: long(1025) }), ['body too_big']],
    ['a blank body', message({ body: ' \n' }), ['body required']],
    ['a footer of 61', message({ footer: long(61) }), ['footer too_big']],
    ['a button of 21', message({ button: long(21) }), ['button too_big']],
    ['an empty button', message({ button: '' }), ['button required']],
    ['no section', message({ sections: [] }), ['sections too_small']],
    ['a section without rows', message({ sections: [{ rows: [] }] }), ['sections.0.rows too_small']],
    ['eleven rows in one section', message({ sections: [{ rows: rows(11) }] }), ['sections tooManyRows']],
    [
      'eleven rows over two sections',
      message({
        sections: [
          { title: 'a', rows: rows(6) },
          { title: 'b', rows: rows(5, 6) },
        ],
      }),
      ['sections tooManyRows'],
    ],
    [
      'two sections without titles',
      message({ sections: [{ rows: rows(1) }, { title: '  ', rows: rows(1, 1) }] }),
      ['sections.0.title sectionTitleRequired', 'sections.1.title sectionTitleRequired'],
    ],
    [
      'an id twice, in two sections',
      message({
        sections: [
          { title: 'a', rows: rows(1) },
          { title: 'b', rows: rows(1) },
        ],
      }),
      ['sections.1.rows.0.id duplicateRowId'],
    ],
    ['an empty row title', withRow({ title: '' }), ['sections.0.rows.0.title required']],
    ['a row title of 25', withRow({ title: long(25) }), ['sections.0.rows.0.title too_big']],
    ['an id of 201', withRow({ id: long(201) }), ['sections.0.rows.0.id too_big']],
    ['a description of 73', withRow({ description: long(73) }), ['sections.0.rows.0.description too_big']],
    ['twelve emoji and a half', withRow({ title: '👋'.repeat(13) }), ['sections.0.rows.0.title too_big']],
    ['half an emoji', message({ body: 'a\ud83d' }), ['body invalid']],
    ['a NUL', withRow({ description: 'a\0b' }), ['sections.0.rows.0.description invalid']],
  ])('%s is refused', (_what, candidate, expected) => {
    expect(wrongs(candidate)).toEqual(expected)
  })

  it('tells all that is wrong at once, the rules between sections too', () => {
    const candidate = message({
      button: '',
      sections: [{ title: long(25), rows: rows(1) }, { rows: [...rows(1), { id: ' ', title: long(25) }] }],
    })
    expect(wrongs(candidate)).toEqual([
      'button required',
      'sections.0.title too_big',
      'sections.1.rows.1.id required',
      'sections.1.rows.1.title too_big',
      'sections.1.title sectionTitleRequired',
      'sections.1.rows.0.id duplicateRowId',
    ])
  })

  it('does not call two blank ids duplicates: they are missing', () => {
    const twice = [
      { id: ' ', title: 'a' },
      { id: ' ', title: 'b' },
    ]
    expect(wrongs(message({ sections: [{ rows: twice }] }))).toEqual([
      'sections.0.rows.0.id required',
      'sections.0.rows.1.id required',
    ])
  })

  it('leaves blank optional texts out', () => {
    const parsed = listMessageSchema.parse(withRow({ description: '  ' }))
    expect(JSON.stringify(parsed.sections)).toBe('[{"rows":[{"id":"1","title":"Um"}]}]')
  })

  it('never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.anything(), (value) => void listMessageSchema.safeParse(value)))
  })

  it('has its texts in the phone’s order, each that is there', () => {
    const full = message({ header: 'H', footer: 'F', sections: [{ title: 'S', rows: [{ id: 'i', title: 't' }] }] })
    expect(listMessageTexts(full)).toEqual(['H', 'Escolha', 'F', 'Ver', 'S', 't', 'i'])
  })
})
