import path from 'node:path'
import type { Build } from '../build/build'
import type { Programs } from './programs'

export function builtPrograms({ programs, pages }: Build): Programs {
  const file = (name: string) => path.join(programs, `${name}.mjs`)
  const forProduction = (env: NodeJS.ProcessEnv) => ({ ...env, NODE_ENV: 'production' as const })
  return {
    sandbox: (family, env, words) => family.start('The sandbox', file('sandbox'), words, forProduction(env)),
    web: (family, env) => family.start('The web server', file('web'), [pages ?? ''], forProduction(env)),
    worker: (family, env) => family.start('The worker', file('worker'), [], forProduction(env)),
    intake: (family, env) => family.start('The intake', file('intake'), [], forProduction(env)),
  }
}
