'use client'

import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { Card } from '@/components/ui/card'
import { LIMITS } from '@/lib/domain/list-message'
import { TextField } from './text-field'

/** What the bubble says, in the bubble's order. */
export const MessageFields = memo(function MessageFields() {
  const t = useTranslations('editor')
  return (
    <Card aria-label={t('message')} className="grid gap-4 p-4 @xl:grid-cols-2 @xl:p-5">
      <TextField
        name="header"
        touchKey="header"
        label={t('header')}
        max={LIMITS.header}
        optional
        placeholder={t('headerPlaceholder')}
        className="@xl:col-span-2"
      />
      <TextField
        name="body"
        touchKey="body"
        label={t('body')}
        max={LIMITS.body}
        lines="many"
        placeholder={t('bodyPlaceholder')}
        className="@xl:col-span-2"
        inputClass="field-sizing-content max-h-96 min-h-24"
      />
      <TextField
        name="footer"
        touchKey="footer"
        label={t('footer')}
        max={LIMITS.footer}
        optional
        placeholder={t('footerPlaceholder')}
      />
      <TextField
        name="button"
        touchKey="button"
        label={t('button')}
        max={LIMITS.button}
        placeholder={t('buttonPlaceholder')}
      />
    </Card>
  )
})
