import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { makeSend, makeTemplate } from '../e2e/fixtures/send'
import { Problem } from '../scripts/problem'
import { onEnd } from '../scripts/start/ending'
import { step } from '../scripts/step.mjs'
import { runNpm } from './run-npm'
import { bench, type Site } from './site'

// Not a dependency: it is fetched for this alone.
const LIGHTHOUSE = 'lighthouse@12.8.2'
const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const
const AIMS = { performance: 98, accessibility: 100, 'best-practices': 100 }
const PLACES = ['/compose', '/templates', '/sends', '/sign-in']
const HOME = path.resolve('test-results/lighthouse')

const auditSchema = z.object({
  title: z.string(),
  score: z.number().nullable(),
  scoreDisplayMode: z.string(),
  displayValue: z.string().optional(),
})
const reportSchema = z.object({
  categories: z.record(
    z.string(),
    z.object({ score: z.number().nullable(), auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })) }),
  ),
  audits: z.record(z.string(), auditSchema),
})
type Report = z.infer<typeof reportSchema>

bench(async (site) => {
  for (let i = 0; i < 12; i++) await makeTemplate(site.db)
  for (let i = 0; i < 12; i++) await makeSend(site.db, [{ phone: `+551199999${1000 + i}`, status: 'accepted' }])
  fs.mkdirSync(HOME, { recursive: true })
  const lines: string[] = []
  for (const place of PLACES) {
    const report = await step({ doing: `looking at ${place}`, done: `${place} looked at` }, () => look(site, place))
    lines.push(place.padEnd(14) + CATEGORIES.map((name) => scoreOf(report, name).padStart(16)).join(''))
    for (const name of CATEGORIES) lines.push(...costs(report, name))
  }
  console.log(`\nLighthouse, desktop${''.padEnd(5)}${CATEGORIES.map((name) => `${name} ≥ ${AIMS[name]}`).join(', ')}`)
  console.log(''.padEnd(14) + CATEGORIES.map((name) => name.padStart(16)).join(''))
  console.log(lines.join('\n'))
})

const scoreOf = ({ categories }: Report, name: string) =>
  String(Math.round((categories[name]?.score ?? Number.NaN) * 100))

/** What keeps a category from 100. */
function costs({ categories, audits }: Report, name: string): string[] {
  return (categories[name]?.auditRefs ?? []).flatMap(({ id, weight }) => {
    const audit = audits[id]
    if (!audit || weight === 0 || audit.score === null || audit.score >= 0.995) return []
    return [`  ${id}: ${audit.title}${audit.displayValue ? ` (${audit.displayValue})` : ''}`]
  })
}

async function look(site: Site, place: string): Promise<Report> {
  const name = place.slice(1).replaceAll('/', '-')
  const headers = path.join(HOME, `${name}-headers.json`)
  const output = path.join(HOME, `${name}.json`)
  const cookie = place === '/sign-in' ? {} : { Cookie: `${site.cookie.name}=${site.cookie.value}` }
  fs.writeFileSync(headers, JSON.stringify(cookie))
  onEnd(() => fs.rmSync(headers, { force: true }))
  const flags = ['--headless=new', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])].join(' ')
  const ran = await runNpm(
    [
      'exec',
      '--yes',
      `--package=${LIGHTHOUSE}`,
      '--',
      'lighthouse',
      site.url + place,
      '--preset=desktop',
      '--quiet',
      '--output=json',
      `--output-path=${output}`,
      `--extra-headers=${headers}`,
      `--only-categories=${CATEGORIES.join(',')}`,
      `--chrome-flags=${flags}`,
    ],
    { CHROME_PATH: site.browser },
  )
  if (!ran.ok || !fs.existsSync(output)) throw new Problem(`${ran.output}\nLighthouse could not look at ${place}.`)
  return reportSchema.parse(JSON.parse(fs.readFileSync(output, 'utf8')))
}
