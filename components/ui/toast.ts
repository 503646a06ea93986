import type { toast as Sonner } from 'sonner'
import { onDemand } from './on-demand'

export const toaster = onDemand(() => import('./toaster'))

type Say = (say: typeof Sonner) => void
const unsaid: Say[] = []
let isListening = false

function say(words: Say): void {
  const here = isListening && toaster.get()
  if (here) words(here.toast)
  else {
    unsaid.push(words)
    toaster.want()
  }
}

/** Once the place where toasts appear is on the page: says what was to be said before. */
export function listen(): () => void {
  isListening = true
  const { toast: say } = toaster.get() ?? {}
  if (say) for (const words of unsaid.splice(0)) words(say)
  return () => {
    isListening = false
  }
}

type Arguments = Parameters<typeof Sonner>
type Words = (...words: Arguments) => void

const error: Words = (...words) => say((sonner) => sonner.error(...words))
const success: Words = (...words) => say((sonner) => sonner.success(...words))
const dismiss = () => {
  unsaid.length = 0
  toaster.get()?.toast.dismiss()
}

/** Tells something in passing, with sonner's own options. What draws it is fetched when the page is at rest. */
export const toast = Object.assign((...words: Arguments) => say((sonner) => sonner(...words)), {
  error,
  success,
  dismiss,
})
