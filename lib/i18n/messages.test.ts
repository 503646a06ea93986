import { describe, expect, it } from 'vitest'
import en from '@/messages/en.json'
import pt from '@/messages/pt-BR.json'

const flatten = (node: unknown, path = ''): [string, string][] =>
  typeof node === 'string'
    ? [[path, node]]
    : Object.entries(node as Record<string, unknown>).flatMap(([key, value]) =>
        flatten(value, path ? `${path}.${key}` : key),
      )

/** The names between braces that the code fills in: `{name}`, `{count, plural, …}`; and the tags `<b>`. */
const slots = (text: string) =>
  [...text.matchAll(/\{\s*(\w+)\s*[,}]|<(\w+)>/g)].map((match) => match[1] ?? match[2]).filter((s) => s !== undefined)

const texts = { 'pt-BR': new Map(flatten(pt)), en: new Map(flatten(en)) }

describe('messages', () => {
  it('hold the same keys in both languages', () => {
    expect([...texts.en.keys()].sort()).toEqual([...texts['pt-BR'].keys()].sort())
  })
  it('fill the same slots in both languages', () => {
    for (const [key, text] of texts['pt-BR']) {
      const used = new Set(slots(text))
      expect({ key, slots: [...new Set(slots(texts.en.get(key) ?? ''))].sort() }).toEqual({
        key,
        slots: [...used].sort(),
      })
    }
  })
  it('leave no text empty', () => {
    for (const map of Object.values(texts))
      for (const [key, text] of map) expect([key, text.trim()]).not.toEqual([key, ''])
  })
  it('never say bare "Template" in Portuguese: Meta’s approved ones own that word', () => {
    for (const [key, text] of texts['pt-BR']) expect([key, /\btemplates?\b/i.test(text)]).toEqual([key, false])
  })
})
