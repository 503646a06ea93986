import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const filesUnder = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
const textOf = (file: string) => readFileSync(join(root, file), 'utf8')

/** Whoever adds one here opens it to the whole world. */
const PUBLIC_PAGES = ['app/(auth)/setup/page.tsx', 'app/(auth)/sign-in/page.tsx', 'app/share/[token]/page.tsx']
const PUBLIC_ROUTES = ['app/api/health/route.ts', 'app/api/webhooks/whatsapp/[[...secret]]/route.ts']

// That each of them truly refuses is shown against the running server: e2e/refusals.spec.ts.
describe('every door', () => {
  const app = filesUnder('app')
  const pages = app.filter((file) => file.endsWith('page.tsx') && !PUBLIC_PAGES.includes(file))
  const routes = app.filter((file) => file.endsWith('route.ts') && !PUBLIC_ROUTES.includes(file))

  it.each(pages)('%s asks who comes', (page) => {
    expect(textOf(page)).toMatch(/await requireActor\(\)/)
  })

  it.each(routes)('%s answers through withActor alone', (route) => {
    const methods = [...textOf(route).matchAll(/export (?:const|async function|function) ([A-Z]+)\b(.*)/g)]
    expect(methods.length).toBeGreaterThan(0)
    for (const [, , rest] of methods) expect(rest).toMatch(/^ = withActor/)
  })

  it('opens a shared message by its token alone, through the gate that counts guesses', () => {
    const page = textOf('app/share/[token]/page.tsx')
    expect(page).toMatch(/await openShare\(token, from\)/)
    expect(page).not.toMatch(/lib\/(db|queries)\//)
  })

  const core = [...filesUnder('lib/queries'), ...filesUnder('lib/commands')].flatMap((file) =>
    [...textOf(file).matchAll(/export async function (\w+)(?:<[^>]*>)?\(\s*(\w*)(?:: (\w+))?/g)].map(
      ([, name, parameter, type]) => ({ file, name, parameter, type }),
    ),
  )

  it('is counted', () => {
    expect(pages.length).toBeGreaterThan(1)
    expect(routes.length).toBeGreaterThan(1)
    expect(core.length).toBeGreaterThan(10)
  })

  it.each(core)('$file: $name takes its actor first', ({ parameter, type }) => {
    expect(parameter).toMatch(/^_?actor$/)
    expect(type).toMatch(/^(User)?Actor$/)
  })
})
