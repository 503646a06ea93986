import { toStorableText } from '@/lib/domain/list-template'

/** What JSON may say and a jsonb column can't hold: the zero character, and half of a surrogate pair. */
const UNSTORABLE = /(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/gi

/** JSON for a jsonb column; what would be longer than `most` characters is kept as the head of its text. */
export function toStorableJson(value: unknown, most: number): string | null {
  const json = JSON.stringify(value)
  if (json === undefined) return null
  const storable = json.includes('\\u') ? json.replace(UNSTORABLE, '$1\\ufffd') : json
  if (storable.length <= most) return storable
  const head = toStorableText(storable.slice(0, Math.floor(most / 3)))
  return JSON.stringify({ cut: true, length: storable.length, head })
}
