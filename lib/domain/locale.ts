export const LOCALES = ['pt-BR', 'en'] as const
export type Locale = (typeof LOCALES)[number]
export const DEFAULT_LOCALE: Locale = 'pt-BR'
export const LOCALE_COOKIE = 'locale'
export const TIME_ZONE = 'America/Sao_Paulo'

const isLocale = (value: string | undefined): value is Locale => LOCALES.includes(value as Locale)

/** The person's own choice, else the first language of the browser that we speak, else Portuguese. */
export function chooseLocale(cookie: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(cookie)) return cookie
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().split(';')
      const quality = params.find((param) => param.trim().startsWith('q='))
      return { language: tag.toLowerCase().split('-')[0], quality: quality ? Number(quality.split('=')[1]) : 1 }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
  for (const { language } of wanted) {
    if (language === 'pt') return 'pt-BR'
    if (language === 'en') return 'en'
  }
  return DEFAULT_LOCALE
}
