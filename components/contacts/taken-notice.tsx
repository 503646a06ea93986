'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button, buttonClass } from '@/components/ui/button'
import { addToContactAction, mergeContactsAction } from '@/lib/actions/contacts'
import { fail } from '@/lib/domain/action-result'
import type { ContactForm } from '@/lib/domain/contact'
import type { ContactName, ContactView } from '@/lib/domain/contact-view'
import { formatPhone } from '@/lib/domain/phone-format'
import { toFailure } from './use-contact-actions'

type TakenNoticeProps = {
  /** Who has the number. */
  taken: ContactName
  /** Who was to have it, where they are a contact already. */
  contact?: ContactView
  input: ContactForm
  onJoined: () => void
  onSignedOut: () => void
}

/** Says whose a number is, and offers to make the two one. */
export function TakenNotice({ taken, contact, input, onJoined, onSignedOut }: TakenNoticeProps) {
  const t = useTranslations('contacts')
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ReturnType<typeof toFailure> | null>(null)
  const phone = formatPhone(taken.phone)

  const join = async () => {
    setBusy(true)
    setFailure(null)
    const { name, tags, fields } = input
    const result = await (contact
      ? mergeContactsAction({ keepId: contact.id, otherId: taken.id, phoneOf: 'other' })
      : addToContactAction({ id: taken.id, name, tags, fields })
    ).catch(() => fail('offline'))
    setBusy(false)
    if (result.ok) return onJoined()
    if (result.error.code === 'signedOut') return onSignedOut()
    setFailure(toFailure(result.error.code))
  }

  return (
    <Alert
      role="alert"
      tone="warning"
      title={t('form.takenTitle', { name: taken.name || phone })}
      action={
        <>
          <Button size="sm" variant="primary" busy={isBusy} onClick={() => void join()}>
            {t('form.join')}
          </Button>
          <Link href={`/contacts/${taken.id}`} className={buttonClass('secondary', 'sm')}>
            {t('form.see')}
          </Link>
        </>
      }
    >
      {failure ? t(`failed.${failure}`) : t(contact ? 'form.takenEdit' : 'form.takenNew', { phone })}
    </Alert>
  )
}
