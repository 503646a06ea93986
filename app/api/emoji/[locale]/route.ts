import { withActor } from '@/lib/auth/session'
import { toEmojiSet } from '@/lib/domain/emoji'
import { LOCALES, type Locale } from '@/lib/domain/locale'

const listed: Record<Locale, () => Promise<{ default: Parameters<typeof toEmojiSet>[0] }>> = {
  'pt-BR': () => import('emojibase-data/pt/data.json'),
  en: () => import('emojibase-data/en/data.json'),
}
const made = new Map<Locale, Promise<string>>()

/** The emoji by their names in a language. Its address names the set, so that a browser asks for it once. */
export const GET = withActor<{ params: Promise<{ locale: string }> }>(async (_actor, _request, { params }) => {
  const asked = (await params).locale
  const locale = LOCALES.find((one) => one === asked)
  if (!locale) return Response.json({ error: { code: 'notFound' } }, { status: 404 })
  const json = made.get(locale) ?? listed[locale]().then((module) => JSON.stringify(toEmojiSet(module.default)))
  made.set(locale, json)
  return new Response(await json, {
    headers: { 'content-type': 'application/json', 'cache-control': 'private, max-age=31536000, immutable' },
  })
})
