import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newDraft, newRow, newSection } from './list-draft'
import { LIMITS } from './list-message'
import { copyRowId, fillRowId, rowIdFrom } from './row-id'

describe('rowIdFrom', () => {
  it.each([
    ['Opção única!', 'opcao_unica'],
    ['  Fone  Bluetooth ', 'fone_bluetooth'],
    ['R$ 1.999,00', 'r_1_999_00'],
    ['', ''],
    ['   ', ''],
    ['🔥', 'opcao'],
  ])('makes of %j the ID %j', (title, id) => {
    expect(rowIdFrom(title, [])).toBe(id)
  })

  it('numbers an ID that is taken', () => {
    expect(rowIdFrom('Sim', ['sim'])).toBe('sim_2')
    expect(rowIdFrom('Sim', ['sim', 'sim_2'])).toBe('sim_3')
  })

  it('is readable, short and free for any title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.array(fc.string()), (title, others) => {
        const first = rowIdFrom(title, others)
        const second = rowIdFrom(title, [...others, first])
        fc.pre(title.trim() !== '')
        for (const id of [first, second]) expect(id).toMatch(/^[a-z0-9][a-z0-9_]{0,39}$/)
        expect(others).not.toContain(first)
        expect(second).not.toBe(first)
      }),
    )
  })
})

describe('copyRowId', () => {
  it('counts on from a copy, and leaves a number that is part of the name', () => {
    expect(copyRowId('sim', ['sim'])).toBe('sim_2')
    expect(copyRowId('sim_2', ['sim', 'sim_2'])).toBe('sim_3')
    expect(copyRowId('promo_24', ['promo_24'])).toBe('promo_24_2')
  })

  it('stays within what WhatsApp takes', () => {
    const id = 'x'.repeat(LIMITS.rowId)
    const copy = copyRowId(id, [id])
    expect(copy).toHaveLength(LIMITS.rowId)
    expect(copy).not.toBe(id)
  })

  it('cuts no character in half', () => {
    const id = `x${'🔥'.repeat(99)}x`
    expect(copyRowId(id, [id])).toBe(`x${'🔥'.repeat(98)}_2`)
  })

  it('leaves an empty ID empty', () => {
    expect(copyRowId('', [''])).toBe('')
  })
})

describe('fillRowId', () => {
  const draft = newDraft({
    sections: [newSection({ rows: [newRow({ title: 'Sim' }), newRow({ title: 'Sim', id: 'sim' }), newRow()] })],
  })

  it('gives a titled row without an ID a free one', () => {
    expect(fillRowId(draft, 0, 0).sections[0]?.rows[0]?.id).toBe('sim_2')
  })

  it('touches neither an ID that is there, nor a row without a title, nor a row that is not there', () => {
    expect(fillRowId(draft, 0, 1)).toBe(draft)
    expect(fillRowId(draft, 0, 2)).toBe(draft)
    expect(fillRowId(draft, 3, 0)).toBe(draft)
  })
})
