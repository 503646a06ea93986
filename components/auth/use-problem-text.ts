import { useTranslations } from 'next-intl'
import { PASSWORD_LENGTH } from '@/lib/domain/account'
import type { ActionError } from '@/lib/domain/action-result'

/** The words for a field's problem and for an action's error, by their keys in `forms`. */
export function useProblemText() {
  const t = useTranslations('forms')
  return {
    problem: (key: string | undefined) => {
      if (!key) return undefined
      const path = `problems.${key}` as Parameters<typeof t.has>[0]
      return t.has(path) ? t(path as 'problems.passwordTooShort', PASSWORD_LENGTH) : t('problems.invalid')
    },
    failure: ({ code, params }: ActionError<string>) => {
      const path = `failures.${code}` as Parameters<typeof t.has>[0]
      return t.has(path) ? t(path as 'failures.unexpected', params) : t('failures.unexpected')
    },
  }
}
