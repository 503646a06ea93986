import type { Page } from '@playwright/test'
import { editorOn, openCompose, openEditor } from '../e2e/fixtures/editor'
import { makeTemplate } from '../e2e/fixtures/send'
import { step } from '../scripts/step.mjs'
import { serveBaseline } from './baseline'
import { openBrowser } from './browser'
import { fullMessage } from './full-message'
import { percentile } from './percentile'
import { bench, type Site } from './site'
import { type Desk, typeRound } from './typist'

const KEYSTROKES = 500
const A_ROUND = 50
const BURST = 25
const SLOWED = 4
const FRAME = 1000 / 60

bench(async (site) => {
  const message = fullMessage()
  // Room for what a round types, so that the body is full at its height and the counters never leave the ordinary.
  message.body = message.body.slice(0, -BURST)
  const desks = await openDesks(site, message.body, message)
  const delays = new Map(desks.map(({ name }) => [name, [] as number[]]))
  await step(
    { doing: 'typing', done: `${KEYSTROKES} keystrokes typed in each of ${desks.length} places` },
    async () => {
      // Round by round in turn: whatever else this machine does meanwhile meets all alike. The first warms up.
      for (let round = 0; round <= KEYSTROKES / A_ROUND; round++) {
        for (const desk of desks) {
          const taken = await typeRound(desk, A_ROUND, round + 1)
          if (round > 0) delays.get(desk.name)?.push(...taken)
        }
      }
    },
  )
  report(delays)
})

async function openDesks(site: Site, body: string, message: ReturnType<typeof fullMessage>): Promise<Desk[]> {
  const baselineUrl = await serveBaseline()
  const newPage = await openBrowser(site)
  const openRecorded = async () => {
    const page = await newPage()
    await page.addInitScript({ path: 'bench/recorder.js' })
    return page
  }
  const slow = async (page: Page) =>
    (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: SLOWED })

  const baseline = await openRecorded()
  await baseline.goto(baselineUrl)
  await baseline.getByLabel('Text').fill(body)

  const { id } = await makeTemplate(site.db, message)
  const onBody = await openRecorded()
  await openCompose(onBody, `?template=${id}`)
  // Elsewhere: two pages on one place would tell each other, and the person, of each other's words.
  const onTitle = await openRecorded()
  await openEditor(onTitle, `/templates/${id}`)
  const phone = (page: Page) => editorOn(page).preview
  // Row titles stand on the list's sheet, which opens from the phone's button.
  await phone(onTitle).getByRole('button', { name: message.button }).click()
  await phone(onTitle).getByRole('radio', { name: message.sections[1]?.rows[0]?.title }).waitFor()

  for (const page of [baseline, onBody, onTitle]) await slow(page)
  return [
    {
      name: 'baseline',
      field: baseline.getByLabel('Text'),
      mirror: baseline.getByRole('status'),
      caret: 40,
      burst: BURST,
    },
    { name: 'body', field: editorOn(onBody).body, mirror: phone(onBody), caret: 40, burst: BURST },
    { name: 'row title', field: editorOn(onTitle).rowTitle(2, 1), mirror: phone(onTitle), caret: 4, burst: 5 },
  ]
}

function report(delays: Map<string, number[]>): void {
  const p95 = (name: string) => percentile(delays.get(name) ?? [], 0.95)
  const ms = (value: number) => value.toFixed(1).padStart(8)
  console.log(`\nFrom keystroke to painted phone, in ms (${KEYSTROKES} keystrokes, CPU slowed ${SLOWED} times)`)
  console.log(`${''.padEnd(12)}${['p50', 'p95', 'max'].map((word) => word.padStart(8)).join('')}  p95 over baseline`)
  for (const [name, values] of delays) {
    const figures = [percentile(values, 0.5), percentile(values, 0.95), Math.max(...values)].map(ms).join('')
    const over = p95(name) - p95('baseline')
    const aim = over <= FRAME ? 'within a frame' : 'more than a frame'
    const words = `${over.toFixed(1)} ms, ${(p95(name) / p95('baseline')).toFixed(2)} times: ${aim}`
    console.log(`${name.padEnd(12)}${figures}  ${name === 'baseline' ? '' : words}`)
  }
}
