import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importList } from './import-list'
import { draftToMessage } from './list-draft'
import { fromInteractive, interactiveSchema, toInteractive } from './list-message-payload'
import { findProblems } from './list-problems'

function imported(payload: object) {
  const done = importList(JSON.stringify(payload, null, 2))
  if (!done.ok) throw new Error(JSON.stringify(done.error))
  return done
}

const corpus = join(import.meta.dirname, '../../../shared/corpus')
/** Published rows, whole or not; a section may hold something else in their place. */
type Interactive = { action: { sections: { rows?: { id?: string; title?: string }[] | object }[] } }
type Payload = Interactive & { interactive?: Interactive }

const read = (folder: 'valid' | 'invalid'): { name: string; payload: Payload }[] =>
  existsSync(corpus)
    ? readdirSync(join(corpus, folder)).map((file) => ({
        name: `${folder}/${file}`,
        payload: JSON.parse(readFileSync(join(corpus, folder, file), 'utf8')).payload,
      }))
    : []

describe.skipIf(!existsSync(corpus))(
  'the corpus of published payloads (skipped where ../shared/corpus is absent)',
  () => {
    it.each(read('valid'))('$name is imported whole', ({ payload }) => {
      const { draft } = imported(payload)
      const interactive = interactiveSchema.parse(payload.interactive ?? payload)
      expect(findProblems(draft)).toEqual([])
      expect(toInteractive(draftToMessage(draft))).toEqual(toInteractive(fromInteractive(interactive)))
    })

    it.each(read('invalid'))('$name becomes a draft that can be mended', ({ payload }) => {
      const { draft } = imported(payload)
      const { sections } = (payload.interactive ?? payload).action
      const published = sections.map(({ rows }) => (Array.isArray(rows) ? rows : []))
      expect(draft.sections.map(({ rows }) => rows.map(({ id, title }) => [id, title]))).toEqual(
        published.map((rows) => rows.map(({ id = '', title = '' }) => [id, title])),
      )
    })
  },
)
