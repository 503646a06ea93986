import { chromium, type Page } from '@playwright/test'
import { onEnd } from '../scripts/start/ending'
import type { Site } from './site'

/** A Chromium; answers how a page is opened in it, each as if by a person of its own, signed in. */
export async function openBrowser(site: Site): Promise<() => Promise<Page>> {
  const browser = await chromium.launch({
    executablePath: site.browser,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-dev-shm-usage'],
  })
  onEnd(() => browser.close())
  return async () => {
    const viewport = { width: 1440, height: 900 }
    const context = await browser.newContext({ baseURL: site.url, locale: 'pt-BR', viewport })
    await context.addCookies([{ ...site.cookie, url: site.url, httpOnly: true, sameSite: 'Lax' }])
    return context.newPage()
  }
}
