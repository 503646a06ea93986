import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createTestDatabase } from '@/lib/testing/database'
import { resetRequest } from '@/lib/testing/next-request'

vi.mock('next/headers', async () => (await import('@/lib/testing/next-request')).nextHeaders)

/** Whoever adds one here opens it to the whole world. */
const PUBLIC = ['createAdminAction', 'setLocaleAction', 'setThemeAction', 'signInAction', 'signOutAction']

const folder = import.meta.dirname
const files = readdirSync(folder).filter((file) => /\.tsx?$/.test(file) && !/\.test\.|^define-action/.test(file))
const actions = (
  await Promise.all(
    files.map(async (file) =>
      Object.entries((await import(/* @vite-ignore */ join(folder, file))) as Record<string, unknown>),
    ),
  )
).flat()

createTestDatabase()

describe('every action', () => {
  beforeEach(() => resetRequest())

  it('is found', () => {
    expect(files).toContain('auth.ts')
    expect(actions.map(([name]) => name)).toEqual(expect.arrayContaining(PUBLIC))
  })

  it.each(actions)('%s is a function whose name says what it is', (name, action) => {
    expect(action).toBeTypeOf('function')
    expect(name).toMatch(/^[a-z]\w*Action$/)
  })

  it.each(actions.filter(([name]) => !PUBLIC.includes(name)))('%s refuses without a session', async (_name, action) => {
    expect(await (action as (input: unknown) => unknown)({})).toEqual({ ok: false, error: { code: 'signedOut' } })
  })
})
