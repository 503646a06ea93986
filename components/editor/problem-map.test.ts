import { describe, expect, it } from 'vitest'
import { newDraft, newRow, newSection } from '@/lib/domain/list-draft'
import { isPending, toProblemMap } from './problem-map'

const draftOf = (title: string, description = '', header = '') =>
  newDraft({
    header,
    body: 'Escolha:',
    button: 'Ver',
    sections: [newSection({ rows: [newRow({ id: 'a', title, description }), newRow({ id: 'b', title: 'B' })] })],
  })

describe('the map of findings', () => {
  it('keeps what blocks apart from what warns, also at one field', () => {
    const map = toProblemMap(draftOf(`😀 ${'x'.repeat(30)}`, 'd'))
    expect(map.list.map(({ code }) => code)).toEqual(['tooLong'])
    expect(map.warnings.map(({ code }) => code)).toEqual(['emoji'])
    expect(map.warningsByName.get('sections.0.rows.0.title')?.map(({ code }) => code)).toEqual(['emoji'])
  })

  it('is the very same while no finding changes', () => {
    const before = toProblemMap(draftOf(' Fone', 'd'))
    expect(toProblemMap(draftOf(' Fone azul', 'd'), before)).toBe(before)
  })

  it("leaves a field's warnings the very same when another field's change", () => {
    const before = toProblemMap(draftOf(' Fone', 'd'))
    const after = toProblemMap(draftOf(' Fone', 'd', 'Loja '), before)
    expect(after).not.toBe(before)
    expect(after.warningsByName.get('sections.0.rows.0.title')).toBe(
      before.warningsByName.get('sections.0.rows.0.title'),
    )
  })

  it('tells anew of a problem whose fix became another one', () => {
    const title = 'Fone Bluetooth com microfone'
    const before = toProblemMap(draftOf(title))
    const after = toProblemMap(draftOf(title, 'y'.repeat(72)), before)
    expect([before.list[0]?.fix, after.list[0]?.fix]).toEqual(['moveOverflow', 'cut'])
  })

  it('waits with spaces at an end while somebody writes there, and with nothing else', () => {
    const { warnings } = toProblemMap(draftOf(' Fone 😀 ', 'd'))
    const codes = (typed: string | null) => warnings.filter((found) => !isPending(found, typed)).map(({ code }) => code)
    expect(codes(null)).toEqual(['edgeSpaces', 'emoji'])
    expect(codes('header')).toEqual(['edgeSpaces', 'emoji'])
    expect(codes('sections.0.rows.0.title')).toEqual(['emoji'])
  })
})
