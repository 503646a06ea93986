import type { Env } from '@/lib/env'

/**
 * Settings that one test changes over the file's real ones, as env() keeps what it read first. Use it as
 * `vi.mock('@/lib/env', async (original) => (await import('@/lib/testing/fake-env')).overEnv(original))`.
 */
export const changed: Partial<Env> = {}

export async function overEnv(original: () => Promise<unknown>) {
  const actual = (await original()) as { env: () => Env }
  return { ...actual, env: (): Env => ({ ...actual.env(), ...changed }) }
}

export function resetEnv() {
  for (const key of Object.keys(changed)) delete changed[key as keyof Env]
}
