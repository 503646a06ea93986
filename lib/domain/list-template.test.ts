import { describe, expect, it } from 'vitest'
import { newDraft, newRow, newSection } from './list-draft'
import { draftFingerprint, isBlankDraft, toTemplateFace } from './list-template'

describe('a draft in the library', () => {
  it('reads the same whatever its keys are', () => {
    expect(draftFingerprint(newDraft({ body: 'Oi' }))).toBe(draftFingerprint(newDraft({ body: 'Oi' })))
    expect(draftFingerprint(newDraft({ body: 'Oi' }))).not.toBe(draftFingerprint(newDraft({ footer: 'Oi' })))
  })

  it('is blank only as it begins: one typed bracket is work already', () => {
    expect(isBlankDraft(newDraft())).toBe(true)
    expect(isBlankDraft(newDraft({ body: '[],"' }))).toBe(false)
    expect(isBlankDraft(newDraft({ sections: [newSection(), newSection()] }))).toBe(false)
  })

  it('shows its first three titled rows, and long texts cut', () => {
    const titles = ['', 'Um', 'Dois', 'Três', 'Quatro']
    const draft = newDraft({
      body: 'a'.repeat(500),
      sections: [newSection({ rows: titles.map((title) => newRow({ title })) })],
    })
    const face = toTemplateFace(draft)
    expect(face.rowTitles).toEqual(['Um', 'Dois', 'Três'])
    expect(face.body).toBe(`${'a'.repeat(160)}…`)
  })

  it('shows samples for its variables', () => {
    expect(toTemplateFace(newDraft({ body: 'Oi, {{primeiro_nome|cliente}}' })).body).toBe('Oi, Ana')
  })
})
