import fs from 'node:fs'
import path from 'node:path'
import { onEnd } from './ending'
import type { Programs } from './programs'

const TSX = ['--import', 'tsx']
const source = (name: string) => path.join('scripts/children', `${name}.ts`)

/** The same programs from their sources: Next reloads pages by itself, and an edit under lib restarts the worker. */
export function developmentPrograms(): Programs {
  const forDevelopment = (env: NodeJS.ProcessEnv) => ({ ...env, NODE_ENV: 'development' as const })
  return {
    sandbox: (family, env, words) => family.start('The sandbox', source('sandbox'), words, forDevelopment(env), TSX),
    web: (family, env) => {
      const words = ['dev', '-p', env.PORT ?? '3000', '-H', env.HOSTNAME ?? '127.0.0.1']
      return family.start('The web server', 'node_modules/next/dist/bin/next', words, forDevelopment(env))
    },
    intake: (family, env) => {
      const intake = family.start('The intake', source('intake'), [], forDevelopment(env), TSX)
      watch(intake.restart)
      return intake
    },
    worker: (family, env) => {
      const worker = family.start('The worker', source('worker'), [], forDevelopment(env), TSX)
      watch(worker.restart)
      return worker
    },
  }
}

function watch(changed: () => void): void {
  let soon: NodeJS.Timeout | undefined
  const watcher = fs.watch('lib', { recursive: true }, (_, name) => {
    if (!name || /generated|\.test\.tsx?$/.test(name)) return
    clearTimeout(soon)
    soon = setTimeout(changed, 300)
  })
  onEnd(() => watcher.close())
}
