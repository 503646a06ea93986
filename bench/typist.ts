import { setTimeout as wait } from 'node:timers/promises'
import type { Locator } from '@playwright/test'
import { Problem } from '../scripts/problem'

/** What is typed into, and where the page shows it. */
export type Desk = {
  name: string
  field: Locator
  mirror: Locator
  caret: number
  /** So many letters are typed, then taken back: what the field has room for. */
  burst: number
}

/** Milliseconds between the keystrokes of a fast typist: about 100 words a minute, never even. */
const FASTEST = 70
const SLOWEST = 150
const LETTERS = 'vamosconfirmaraentregacomcalmahojedepois'

type Recorder = { stop: () => { delays: number[]; lost: string[] } }
type Recording = typeof globalThis & { recordTyping: (field: Element, mirror: Element) => Recorder }

/** The same every time, so that two runs type alike. */
function evenly(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}

/**
 * Types into the middle of a field, letters and then as many times Backspace, so that each round finds the text as the
 * last one did. Answers the milliseconds from each keystroke to its painted frame.
 */
export async function typeRound(
  { name, field, mirror, caret, burst }: Desk,
  count: number,
  seed: number,
): Promise<number[]> {
  const page = field.page()
  const random = evenly(seed)
  await page.bringToFront()
  await field.evaluate((element, place) => {
    const input = element as HTMLTextAreaElement
    input.focus()
    input.setSelectionRange(place, place)
  }, caret)
  const target = await mirror.elementHandle()
  const recorder = await field.evaluateHandle(
    (element, shown) => (globalThis as Recording).recordTyping(element, shown as Element),
    target,
  )
  await wait(300)
  let due = performance.now()
  for (let i = 0; i < count; i++) {
    const letter = i % (2 * burst) < burst ? (LETTERS[Math.floor(random() * LETTERS.length)] ?? 'a') : 'Backspace'
    await page.keyboard.press(letter)
    due += FASTEST + random() * (SLOWEST - FASTEST)
    await wait(Math.max(0, due - performance.now()))
  }
  await wait(500)
  const { delays, lost } = await recorder.evaluate((running) => running.stop())
  if (delays.length !== count) {
    throw new Problem(`Of ${count} keystrokes only ${delays.length} were seen (${name}); missing: ${lost[0] ?? '?'}`)
  }
  return delays
}
