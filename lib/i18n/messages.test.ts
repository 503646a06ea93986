import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { describe, expect, it } from 'vitest'
import en from '@/messages/en.json'
import pt from '@/messages/pt-BR.json'

const flatten = (node: unknown, path = ''): [string, string][] =>
  typeof node === 'string'
    ? [[path, node]]
    : Object.entries(node as Record<string, unknown>).flatMap(([key, value]) =>
        flatten(value, path ? `${path}.${key}` : key),
      )

/** The names that the code fills in, within plurals and tags too. */
const slots = (elements: MessageFormatElement[]): string[] =>
  elements.flatMap((element) => {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        return []
      case TYPE.plural:
      case TYPE.select:
        return [element.value, ...Object.values(element.options).flatMap((option) => slots(option.value))]
      case TYPE.tag:
        return [element.value, ...slots(element.children)]
      default:
        return [element.value]
    }
  })

const slotsOf = (text: string | undefined) => [...new Set(slots(parse(text ?? '')))].sort()

const texts = { 'pt-BR': new Map(flatten(pt)), en: new Map(flatten(en)) }

describe('messages', () => {
  it('hold the same keys in both languages', () => {
    expect([...texts.en.keys()].sort()).toEqual([...texts['pt-BR'].keys()].sort())
  })
  it('are well formed and fill the same slots in both languages', () => {
    for (const [key, text] of texts['pt-BR']) {
      expect({ key, slots: slotsOf(texts.en.get(key)) }).toEqual({ key, slots: slotsOf(text) })
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
