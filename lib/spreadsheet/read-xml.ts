import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { FileProblem } from './file-record'

/** A text longer than this without a tag is no table. */
const LONGEST = 4_000_000

export type XmlHandlers = {
  open: (name: string, attributes: Record<string, string>) => void
  close?: (name: string) => void
  text?: (text: string) => void
}

const withoutPrefix = (name: string) => name.slice(name.indexOf(':') + 1)

/**
 * Reads XML as it comes, and rests after each part so that what the handlers have gathered can be taken. A document type
 * is refused: no workbook has one, and entities of its own are how a small file grows.
 */
export async function* readXml(
  parts: AsyncIterable<Uint8Array>,
  on: XmlHandlers,
): AsyncGenerator<void, void, undefined> {
  const parser = new SaxesParser()
  const decoder = new TextDecoder()
  let sinceTag = 0
  parser.on('error', () => {
    throw new FileProblem('broken')
  })
  parser.on('doctype', () => {
    throw new FileProblem('broken')
  })
  parser.on('opentag', (tag: SaxesTagPlain) => {
    sinceTag = 0
    on.open(withoutPrefix(tag.name), tag.attributes)
  })
  parser.on('closetag', (tag) => {
    sinceTag = 0
    on.close?.(withoutPrefix(tag.name))
  })
  parser.on('text', (text) => on.text?.(text))
  parser.on('cdata', (text) => on.text?.(text))
  for await (const part of parts) {
    const text = decoder.decode(part, { stream: true })
    sinceTag += text.length
    parser.write(text)
    if (sinceTag > LONGEST) throw new FileProblem('broken')
    yield
  }
  parser.close()
}

/** Reads small XML to its end. */
export async function readWholeXml(parts: AsyncIterable<Uint8Array>, on: XmlHandlers): Promise<void> {
  for await (const _ of readXml(parts, on));
}
