import { useTranslations } from 'next-intl'
import { AUDIENCE_NAME_LENGTH } from '@/lib/domain/audience'
import { CONTACT_NAME_LENGTH, FIELD_VALUE_LENGTH } from '@/lib/domain/contact'
import { FIELD_LABEL_LENGTH, FIELD_LIMIT } from '@/lib/domain/contact-field'
import { TAG_LENGTH, TAG_LIMIT } from '@/lib/domain/template-tags'

const MOST: Record<string, number> = {
  nameTooLong: CONTACT_NAME_LENGTH,
  valueTooLong: FIELD_VALUE_LENGTH,
  tagTooLong: TAG_LENGTH,
  tooManyTags: TAG_LIMIT,
  labelTooLong: FIELD_LABEL_LENGTH,
  tooManyFields: FIELD_LIMIT,
  audienceNameTooLong: AUDIENCE_NAME_LENGTH,
}

/** The words for what is wrong with a field, by the key that its schema names. */
export function useProblemWords() {
  const t = useTranslations('contacts')
  return (key: string | undefined): string | undefined => {
    if (!key) return undefined
    const path = `problems.${key}` as Parameters<typeof t.has>[0]
    return t.has(path) ? t(path as 'problems.nameTooLong', { max: MOST[key] ?? 0 }) : t('failed.invalid')
  }
}
