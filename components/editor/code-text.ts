import * as z from 'zod/mini'
import { tabStore } from './browser-store'

const keptSchema = z.object({
  /** The code as it was written, where that is more than the draft says: broken, in another layout, with other keys. */
  own: z.nullable(z.object({ text: z.string(), of: z.string() })),
  /** Broken code that made room for the draft, and can come back. */
  left: z.nullable(z.string()),
})
type Kept = z.infer<typeof keptSchema>

const NOTHING: Kept = { own: null, left: null }

/** What this tab holds of the code beside the draft: it outlives a look at the form, and a reload. */
export type CodeText = { get: () => Kept; set: (change: Partial<Kept>) => void }

/** @param place one person's work on one list */
export function createCodeText(place: string): CodeText {
  const key = `listazap.code.${place}`
  let kept = read(key)
  return {
    get: () => kept,
    set: (change) => {
      kept = { ...kept, ...change }
      try {
        if (kept.own || kept.left !== null) tabStore()?.setItem(key, JSON.stringify(kept))
        else tabStore()?.removeItem(key)
      } catch {
        // A tab without room holds it as long as the code is open.
      }
    },
  }
}

function read(key: string): Kept {
  try {
    return keptSchema.safeParse(JSON.parse(tabStore()?.getItem(key) ?? 'null')).data ?? NOTHING
  } catch {
    return NOTHING
  }
}
