import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messagePayloadSchema } from '@/lib/domain/list-message-payload'
import { createSandbox, type Sandbox } from './sandbox'

/** Published list payloads, gathered beside the project and read in place. */
const corpus = join(import.meta.dirname, '../../../shared/corpus')
const isThere = existsSync(corpus)

type Wrapped = { name: string; body: unknown; violations: string[] }

function read(folder: 'valid' | 'invalid'): Wrapped[] {
  if (!isThere) return []
  const index: { file: string; violations: string[] }[] = JSON.parse(readFileSync(join(corpus, 'index.json'), 'utf8'))
  return readdirSync(join(corpus, folder)).map((file) => {
    const name = `${folder}/${file}`
    const { payload } = JSON.parse(readFileSync(join(corpus, name), 'utf8'))
    // A bare `interactive` object is told by its action.
    const body =
      'action' in payload
        ? { messaging_product: 'whatsapp', to: '5511987654321', type: 'interactive', interactive: payload }
        : payload
    return { name, body, violations: index.find((entry) => entry.file === name)?.violations ?? [] }
  })
}

/** Where a stated violation must show: `sections[0].rows[1].id is 255 characters` → its path in the body. */
function pathOf(violation: string): string {
  const field = /^[\w.[\]]+/.exec(violation)?.[0] ?? ''
  const path = field.replace(/\[(\d+)\]/g, '.$1')
  if (path.startsWith('message.')) return path.slice('message.'.length)
  if (path.startsWith('interactive.')) return path
  return path.startsWith('sections') ? `interactive.action.${path}` : `interactive.${path}`
}

describe.skipIf(!isThere)('the corpus of published payloads (skipped where ../shared/corpus is absent)', () => {
  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await createSandbox()
  })
  afterAll(() => sandbox.close())

  const post = async (body: unknown) => {
    const response = await fetch(`${sandbox.url}/messages`, {
      method: 'POST',
      headers: { authorization: 'Bearer any' },
      body: JSON.stringify(body),
    })
    return { status: response.status, json: await response.json() }
  }

  it.each(read('valid'))('$name is accepted by schema and stand-in', async ({ body }) => {
    expect(messagePayloadSchema.safeParse(body).error).toBeUndefined()
    expect((await post(body)).status).toBe(200)
  })

  it.each(read('invalid'))('$name is refused by both: $violations', async ({ body, violations }) => {
    const issues = messagePayloadSchema.safeParse(body).error?.issues ?? []
    const paths = issues.map((issue) => issue.path.join('.'))
    expect(violations).not.toHaveLength(0)
    for (const violation of violations) expect(paths).toContain(pathOf(violation))

    const { status, json } = await post(body)
    expect(status).toBe(400)
    expect([100, 131008, 131009]).toContain(json.error.code)
    const words = `${json.error.message} ${json.error.error_data?.details ?? ''}`
    expect(words).toMatch(wordsFor(violations))
  })
})

/** What Meta's words must name for one of the violations: it tells one at a time. */
function wordsFor(violations: string[]): RegExp {
  const words = violations.map((violation) => {
    const path = pathOf(violation)
    if (violation.includes('repeats')) return 'Row id must be unique'
    if (violation.includes('although there is more than one')) return 'Section title is required'
    if (violation.endsWith('rows empty')) return 'at least 1 row'
    const [, max] = /limit (\d+)/.exec(violation) ?? []
    if (max) return `Max length(:| is) ${max}`
    const spelled = path.replace(/\.(\w+)/g, (_all, step: string) => (/^\d+$/.test(step) ? `[${step}]` : `['${step}']`))
    return spelled.replace(/[[\]]/g, '\\$&')
  })
  return new RegExp(words.join('|'))
}
