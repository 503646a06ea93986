import { useTranslations } from 'next-intl'
import type { ImportError, Imported, NotCarried } from '@/lib/domain/import-list'

/** Words for what an import did, or why it did nothing, in the person's language. */
export function useImportWords() {
  const t = useTranslations('import')
  return {
    t,
    recognised: ({ format, fromCurl }: Imported & { ok: true }) => {
      const name = t(`format.${format}`)
      return fromCurl ? t('fromCurl', { format: name }) : name
    },
    lost: ({ code, detail }: NotCarried) => t(`lost.${code}`, { expected: detail }),
    error: ({ code, expected, found }: ImportError) =>
      t(`error.${code}`, { found, what: expected ? t(`expected.${expected}`) : '' }),
  }
}
