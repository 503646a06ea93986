import { codeFileName } from '@/lib/domain/code-file'
import { toCurl } from '@/lib/domain/curl'
import { DEFAULT_BASE_URL } from '@/lib/domain/gateway'
import { toCode, toCodePayload } from '@/lib/domain/list-code'
import type { ListDraft } from '@/lib/domain/list-draft'
import type { GatewayView } from '@/lib/domain/send-view'

export { toCode }

let baseUrl = DEFAULT_BASE_URL

/** Asks where a Send made now would go. Done before the press: a browser copies only right after one. */
export async function askBaseUrl(): Promise<void> {
  try {
    const response = await fetch('/api/gateway', { cache: 'no-store' })
    if (!response.ok) return
    const gateway = (await response.json()) as GatewayView
    baseUrl = gateway.baseUrl ?? DEFAULT_BASE_URL
  } catch {
    // Out of reach: what VecTalk documents is as good an address.
  }
}

/** The draft as a command that posts it; the token is read from the environment. */
export const toCodeCurl = (draft: ListDraft): string => toCurl(baseUrl, toCodePayload(draft))

/** Hands the code over as a file; answers its name. */
export function downloadCode(draft: ListDraft, name: string): string {
  const url = URL.createObjectURL(new Blob([`${toCode(draft)}\n`], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = codeFileName(name)
  link.click()
  // The browser reads it after this turn.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
  return link.download
}
