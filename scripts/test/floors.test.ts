import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'

let root = ''
const places = ['app', 'components', 'lib']

function problemsOf(files: Record<string, string>): string {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'listazap-floors-'))
  for (const place of places) fs.mkdirSync(path.join(root, place), { recursive: true })
  fs.writeFileSync(path.join(root, 'tsconfig.json'), '{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }')
  for (const [file, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    fs.writeFileSync(path.join(root, file), text)
  }
  const program = path.resolve('scripts/test/floors.mjs')
  return spawnSync(process.execPath, [program, ...places], { cwd: root, encoding: 'utf8' }).stdout
}

afterEach(() => fs.rmSync(root, { recursive: true, force: true }))

describe('the check of floors', () => {
  it('lets a page use a query, and a query the domain', () => {
    const problems = problemsOf({
      'app/page.tsx': "import { list } from '@/lib/queries/sends'\nexport default () => <p>{list()}</p>",
      'lib/queries/sends.ts': "import type { Send } from '../domain/send'\nexport const list = (): Send => 'a'",
      'lib/domain/send.ts': 'export type Send = string',
    })
    expect(problems).toBe('3 files looked at\n')
  })

  it('refuses a component that imports a query, were it for a type alone', () => {
    const problems = problemsOf({
      'components/sends/table.tsx':
        "import type { Row } from '@/lib/queries/sends'\nexport const Table = (row: Row) => <p>{row.id}</p>",
      'lib/queries/sends.ts': 'export type Row = { id: string }',
    })
    expect(problems).toContain('components/sends/table.tsx → lib/queries/sends.ts')
  })

  it('refuses a domain that reaches up, a type in the middle of a line included', () => {
    const problems = problemsOf({
      'lib/domain/send.ts': "export const make = (row: import('../db/client').Row) => row.id",
      'lib/db/client.ts': "import '../commands/send'\nexport type Row = { id: string }",
      'lib/commands/send.ts': 'export const send = 1',
    })
    expect(problems).toContain('lib/domain/send.ts → lib/db/client.ts')
    expect(problems).toContain('lib/db/client.ts → lib/commands/send.ts')
  })

  it('refuses a circle, a file that nobody uses, and an import of nothing', () => {
    const problems = problemsOf({
      'lib/domain/a.ts': "import { b } from './b'\nexport const a = () => b",
      'lib/domain/b.ts': "import { a } from './a'\nexport const b = () => a",
      'lib/domain/alone.ts': 'export const alone = 1',
      'lib/domain/broken.ts': "export { gone } from './gone'",
    })
    expect(problems).toContain('no cycles: lib/domain/a.ts')
    expect(problems).toContain('every file is used: lib/domain/alone.ts')
    expect(problems).toContain('all that is imported exists: lib/domain/broken.ts')
  })

  it('keeps tests out of the product', () => {
    const problems = problemsOf({
      'lib/domain/send.ts': "export { made } from '@/lib/testing/builders'",
      'lib/testing/builders.ts': 'export const made = 1',
    })
    expect(problems).toContain('tests stay out of the product: lib/domain/send.ts')
  })
})
