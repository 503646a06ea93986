import fs from 'node:fs'
import path from 'node:path'
import { openCompose } from '../e2e/fixtures/editor'
import { makeSend, makeTemplate, newPhone } from '../e2e/fixtures/send'
import { Problem } from '../scripts/problem'
import { runProgram } from '../scripts/run-program'
import { step } from '../scripts/step.mjs'
import { openBrowser } from './browser'
import { gzipSize, ownerOf, shareOut, splitBySource } from './made-of'
import { bench, type Site } from './site'

const AIM = 180
const PLACES = ['/compose', '/templates', '/sends', '/messages', '/settings', '/sign-in']
/** Below this, in bytes, a part of a page is not worth a line. */
const CRUMB = 700

// Such a build tells of each script what it is made of. It costs a start a few seconds, so that no other start has it.
process.env.SOURCE_MAPS = '1'

bench(async (site) => {
  await makeTemplate(site.db)
  const { recipients } = await makeSend(site.db, [{ phone: newPhone(), status: 'accepted' }])
  const blank = await step({ doing: 'building a blank page', done: 'blank page built' }, sizeOfBlankPage)
  const soon = await step({ doing: 'looking at what comes later', done: 'looked at what comes later' }, () =>
    sizeSoon(site),
  )
  const pages = await Promise.all(
    [...PLACES, `/messages/${recipients[0]}`].map(async (place) => ({
      place,
      scripts: await firstScripts(site, place),
    })),
  )

  console.log('\nJavaScript of the first load: every script that the HTML itself names, in kB of gzip')
  console.log(`${kB(blank)}  a blank page of the same framework`)
  for (const { place, scripts } of pages) console.log(`${kB(sum(scripts.map(({ text }) => gzipSize(text))))}  ${place}`)
  console.log(`${kB(soon)}  fetched by /compose afterwards, when it is at rest`)

  const compose = pages[0]?.scripts ?? []
  const total = sum(compose.map(({ text }) => gzipSize(text)))
  console.log(`\n/compose is made of (${total <= AIM * 1000 ? 'within' : 'over'} the aim of ${AIM} kB):`)
  const shares = madeOf(compose)
  for (const [owner, size] of shares) if (size >= CRUMB) console.log(`${kB(size)}  ${owner}`)
  console.log(`${kB(sum(shares.map(([, size]) => size).filter((size) => size < CRUMB)))}  all smaller ones`)
})

type Script = { text: string; map: unknown }

const kB = (bytes: number) => (bytes / 1000).toFixed(1).padStart(7)
const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0)

/** The scripts that a page names, without those for browsers from before modules. */
const namedScripts = (html: string) => [
  ...new Set(
    [...html.matchAll(/<script\b[^>]*>/g)]
      .filter(([tag]) => !/\bnomodule\b/i.test(tag))
      .flatMap(([tag]) => /\bsrc="([^"]+)"/.exec(tag)?.[1] ?? []),
  ),
]

async function readPage({ url, cookie }: Site, place: string): Promise<string> {
  const headers = new Headers()
  if (place !== '/sign-in') headers.set('cookie', `${cookie.name}=${cookie.value}`)
  const page = await fetch(url + place, { headers, redirect: 'manual' })
  if (!page.ok) throw new Problem(`${place} answers ${page.status}`)
  return page.text()
}

async function firstScripts(site: Site, place: string): Promise<Script[]> {
  const { url } = site
  return Promise.all(
    namedScripts(await readPage(site, place)).map(async (source) => {
      const text = await (await fetch(url + source)).text()
      const mapName = /\/\/# sourceMappingURL=(\S+)/.exec(text)?.[1]
      const map = mapName ? await (await fetch(new URL(mapName, url + source))).json() : { sources: [], mappings: '' }
      return { text: text.replace(/\/\/# sourceMappingURL=\S+\s*$/, ''), map }
    }),
  )
}

function madeOf(scripts: Script[]): [string, number][] {
  const shares = new Map<string, number>()
  for (const { text, map } of scripts) {
    for (const [source, size] of shareOut(text, splitBySource(text, map))) {
      const owner = ownerOf(source)
      shares.set(owner, (shares.get(owner) ?? 0) + size)
    }
  }
  return [...shares].sort(([, a], [, b]) => b - a)
}

async function sizeOfBlankPage(): Promise<number> {
  const home = path.resolve('bench/blank')
  const env = { ...process.env, NODE_ENV: 'production' as const }
  const ran = await runProgram(['node_modules/next/dist/bin/next', 'build', home], { env })
  if (!ran.ok) throw new Problem(ran.output)
  const html = fs.readFileSync(path.join(home, '.next/server/app/index.html'), 'utf8')
  return sum(
    namedScripts(html).map((source) =>
      gzipSize(fs.readFileSync(path.join(home, source.replace('/_next', '.next')), 'utf8')),
    ),
  )
}

/** What a browser fetches of /compose by itself once the first load is done, links and menus that nobody touched included. */
async function sizeSoon(site: Site): Promise<number> {
  const first = new Set(namedScripts(await readPage(site, '/compose')))
  const page = await (await openBrowser(site))()
  const later: Promise<number>[] = []
  page.on('response', (response) => {
    const { pathname } = new URL(response.url())
    if (pathname.endsWith('.js') && !first.has(pathname)) later.push(response.text().then(gzipSize))
  })
  await openCompose(page)
  await page.waitForLoadState('networkidle')
  return sum(await Promise.all(later))
}
