import * as z from 'zod/mini'
import type { JsonPath } from './import-json'
import { isRecord, mend, type Refused } from './import-mend'

/** Where a list came from. `message` is the body that VecTalk and Meta take, `interactive` its inner part alone. */
export type ListFormat = 'message' | 'interactive' | 'twilio' | 'evolution' | 'glific' | 'list'

/** A list as it was read: every text there, nothing of it checked. */
export type ReadList = {
  header: string
  body: string
  footer: string
  button: string
  sections: { title: string; rows: { id: string; title: string; description: string }[] }[]
}

/** What stands in the JSON and has no place in a list, beside what the schema refuses. */
export type Homeless = { code: 'mediaHeader' | 'extraButton' | 'subtitle'; path: JsonPath; detail: string }

export type FormatReader = {
  format: ListFormat
  /** Whether this object is a list of this format. */
  matches: (object: Record<string, unknown>) => boolean
  read: (object: unknown, tell: (refused: Refused) => void, homeless: (part: Homeless) => void) => ReadList | null
}

/** Numbers and yes/no are what somebody meant as text; absent is empty. */
const words = z.pipe(
  z.nullish(z.union([z.string(), z.number(), z.boolean()])),
  z.transform((value) => (value === null || value === undefined ? '' : String(value))),
)

const listOf = <Item>(item: z.ZodMiniType<Item>) =>
  z.pipe(
    z.nullish(z.array(z.nullish(item))),
    z.transform((items) =>
      (items ?? []).filter((one): one is NonNullable<typeof one> => one !== null && one !== undefined),
    ),
  )

const ignored = z.optional(z.unknown())

/** `{ "text": "…" }`, or the text itself. */
const boxed = <Shape extends z.core.$ZodLooseShape>(more: Shape) =>
  z.pipe(
    z.transform((value: unknown) => (typeof value === 'string' ? { text: value } : value)),
    z.nullish(z.strictObject({ text: words, ...more })),
  )

const oneOf = (...texts: string[]) => texts.find((text) => text !== '') ?? ''

const row = z.pipe(
  z.strictObject({ id: words, rowId: words, title: words, description: words, header: words }),
  z.transform(({ id, rowId, title, header, description }) => ({
    id: oneOf(id, rowId),
    title: oneOf(title, header),
    description,
  })),
)

const section = z.strictObject({ title: words, rows: listOf(row) })

const action = z.strictObject({ button: words, sections: listOf(section), name: ignored })

const header = boxed({ type: words, image: ignored, video: ignored, document: ignored, sub_text: words })

const interactive = z.strictObject({
  type: ignored,
  header,
  body: boxed({}),
  footer: boxed({}),
  action: z.nullish(action),
})

const hasItems = (value: unknown, key: string) =>
  Array.isArray(value) && value.some((item) => isRecord(item) && key in item)

/** Meta's shape, which VecTalk takes: `{ type: "list", header, body, footer, action: { button, sections } }`. */
const meta: FormatReader = {
  format: 'interactive',
  matches: (object) => {
    const type = String(object.type ?? 'list').toLowerCase()
    return type === 'list' && isRecord(object.action) && ('sections' in object.action || 'button' in object.action)
  },
  read: (object, tell, homeless) => {
    const read = mend(interactive, object, tell)
    if (!read) return null
    const type = read.header?.type.toLowerCase() ?? ''
    if (type && type !== 'text') homeless({ code: 'mediaHeader', path: ['header'], detail: type })
    const subText = read.header?.sub_text
    if (subText) homeless({ code: 'subtitle', path: ['header', 'sub_text'], detail: subText })
    return {
      header: read.header?.text ?? '',
      body: read.body?.text ?? '',
      footer: read.footer?.text ?? '',
      button: read.action?.button ?? '',
      sections: read.action?.sections ?? [],
    }
  },
}

const picker = z.strictObject({
  type: ignored,
  body: words,
  button: words,
  items: listOf(
    z.pipe(
      z.strictObject({ id: words, item: words, title: words, description: words }),
      z.transform(({ id, item, title, description }) => ({ id, title: oneOf(item, title), description })),
    ),
  ),
})

/** Twilio's Content API, `twilio/list-picker`: `{ body, button, items: [{ item, id, description }] }`, no sections. */
const twilio: FormatReader = {
  format: 'twilio',
  matches: (object) =>
    hasItems(object.items, 'item') || (Array.isArray(object.items) && 'button' in object && 'body' in object),
  read: (object, tell) => {
    const read = mend(picker, object, tell)
    return (
      read && {
        header: '',
        body: read.body,
        footer: '',
        button: read.button,
        sections: [{ title: '', rows: read.items }],
      }
    )
  },
}

const glificList = z.strictObject({
  type: ignored,
  title: words,
  header: words,
  body: boxed({}),
  footer: words,
  globalButtons: listOf(z.strictObject({ type: ignored, title: words })),
  items: listOf(
    z.strictObject({
      title: words,
      subtitle: words,
      options: listOf(
        z.pipe(
          z.strictObject({ type: ignored, title: words, description: words, postbackText: words, id: words }),
          z.transform(({ title, description, postbackText, id }) => ({
            id: oneOf(postbackText, id),
            title,
            description,
          })),
        ),
      ),
    }),
  ),
})

/** Glific's list, which is Gupshup's: items are sections, options rows, the first global button is the list's. */
const glific: FormatReader = {
  format: 'glific',
  matches: (object) => Array.isArray(object.globalButtons) || hasItems(object.items, 'options'),
  read: (object, tell, homeless) => {
    const read = mend(glificList, object, tell)
    if (!read) return null
    const [first, ...others] = read.globalButtons
    others.forEach(({ title }, i) => {
      homeless({ code: 'extraButton', path: ['globalButtons', i + 1], detail: title })
    })
    read.items.forEach(({ title, subtitle }, i) => {
      if (subtitle && subtitle !== title) {
        homeless({ code: 'subtitle', path: ['items', i, 'subtitle'], detail: subtitle })
      }
    })
    return {
      header: oneOf(read.title, read.header),
      body: read.body?.text ?? '',
      footer: read.footer,
      button: first?.title ?? '',
      sections: read.items.map(({ title, options }) => ({ title, rows: options })),
    }
  },
}

const flatList = z.strictObject({
  type: ignored,
  title: words,
  header: boxed({ type: ignored }),
  description: words,
  text: words,
  body: boxed({}),
  footer: boxed({}),
  footerText: words,
  buttonText: words,
  buttonLabel: words,
  button: words,
  sections: listOf(section),
  values: listOf(section),
})

const readFlat: FormatReader['read'] = (object, tell) => {
  const read = mend(flatList, object, tell)
  return (
    read && {
      header: oneOf(read.header?.text ?? '', read.title),
      body: oneOf(read.body?.text ?? '', read.description, read.text),
      footer: oneOf(read.footerText, read.footer?.text ?? ''),
      button: oneOf(read.buttonText, read.buttonLabel, read.button),
      sections: read.sections.length ? read.sections : read.values,
    }
  )
}

const hasSections = (object: Record<string, unknown>) =>
  hasItems(object.sections, 'rows') || hasItems(object.values, 'rows')

const EVOLUTION = ['buttonText', 'footerText', 'buttonLabel', 'values']

/** Evolution's `sendList`: title, description, buttonText, footerText and sections (or values) in one flat object. */
const evolution: FormatReader = {
  format: 'evolution',
  matches: (object) => hasSections(object) && EVOLUTION.some((key) => key in object),
  read: readFlat,
}

/** Sections with what stands around them: our own ListMessage, or only the `action` of Meta's shape. */
const plain: FormatReader = { format: 'list', matches: hasSections, read: readFlat }

/** In the order in which they are tried. */
export const FORMAT_READERS: readonly FormatReader[] = [meta, twilio, glific, evolution, plain]
