import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { liveWithStarter } from './with-starter'

// The starter says that the server is ready once it answers; Next's own greeting would say it too early.
const greeting = /^(▲ Next\.js|- (Local|Network):|✓ (Starting|Ready|Running)|$)/
const log = console.log
console.log = (...words: unknown[]) => {
  if (!greeting.test(stripVTControlCharacters(words.join(' ')).trim())) log(...words)
}

liveWithStarter()
await import(pathToFileURL(path.resolve(process.argv[2] ?? '.', 'server.js')).href)
