import { isCurl, readCurl } from './import-curl'

const MOST = 1_000_000
const FENCED = /^\s*```[^\n`]*\n([\s\S]*?)\n?[ \t]*```\s*$/

/** The JSON in a pasted text, and the way from it back to the text. */
export type Source = {
  json: string
  fromCurl: boolean
  hasToken: boolean
  /** From an index in the JSON to one in the pasted text. */
  toPaste: (at: number) => number
}

/** Why there is no JSON to read: `at` is an index in the pasted text. */
export type SourceFault = {
  code: 'empty' | 'tooBig' | 'notRecognised' | 'curlNoBody' | 'curlFile' | 'curlQuote'
  at: number
  found: string
}

/** Finds the JSON: alone, between the fences of a chat or a page, or as what a curl command posts. */
export function toSource(text: string): Source | SourceFault {
  if (!text.trim()) return { code: 'empty', at: 0, found: '' }
  if (text.length > MOST) return { code: 'tooBig', at: 0, found: '' }
  const fenced = FENCED.exec(text)?.[1]
  const base = fenced === undefined ? 0 : text.indexOf('\n', text.indexOf('```')) + 1
  const code = fenced ?? text

  if (isCurl(code)) {
    const command = readCurl(code)
    if (!command.ok) return { ...command.problem, at: base + command.problem.at }
    const { body, hasToken } = command
    const offsets = body.offsets
    const end = (offsets.at(-1) ?? 0) + 1
    const toPaste = (at: number) => base + (offsets[at] ?? end)
    // A form's fields: what they hold is percent-encoded, so that places within them are lost.
    const isForm = /^\s*[\w.-]+=/.test(body.text)
    return {
      json: isForm ? JSON.stringify(Object.fromEntries(new URLSearchParams(body.text))) : body.text,
      fromCurl: true,
      hasToken,
      toPaste: isForm ? () => toPaste(0) : toPaste,
    }
  }

  const first = code.search(/\S/)
  if (!/[[{"]/.test(code[first] ?? '')) return { code: 'notRecognised', at: base + first, found: '' }
  return { json: code, fromCurl: false, hasToken: false, toPaste: (at) => base + at }
}
