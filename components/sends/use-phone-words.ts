import { useTranslations } from 'next-intl'
import { formatPhone } from '@/lib/domain/phone-format'
import { isRemovedPerson } from '@/lib/domain/removed-person'

/** A recipient's phone for reading; where the person's data was deleted, that this is so. */
export function usePhoneWords() {
  const t = useTranslations('contacts')
  return (phone: string): string => (isRemovedPerson({ phone }) ? t('removedPerson') : formatPhone(phone))
}
