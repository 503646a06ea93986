'use client'

import { MousePointerClick, Send, Users, Webhook } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

const STEPS = [
  { key: 'webhook', Icon: Webhook },
  { key: 'send', Icon: Send },
  { key: 'tap', Icon: MousePointerClick },
] as const

/** Before anybody has answered anything: how answers get here. */
export function ChoicesEmpty({ isRehearsal }: { isRehearsal: boolean }) {
  const t = useTranslations('choices.empty')
  return (
    <EmptyState
      icon={<MousePointerClick aria-hidden />}
      title={t('title')}
      action={
        <>
          <Link href="/sends/new" className={buttonClass('primary')}>
            <Users aria-hidden />
            {t('newSend')}
          </Link>
          <Link href="/settings#webhooks" className={buttonClass()}>
            <Webhook aria-hidden />
            {t('webhooks')}
          </Link>
        </>
      }
    >
      <p>{t('text')}</p>
      <ol className="mt-4 grid gap-2.5 text-left">
        {STEPS.map(({ key, Icon }) => (
          <li key={key} className="flex gap-2.5">
            <Icon aria-hidden className="mt-0.5 size-4.5 shrink-0 text-accent" />
            <span>{t(key === 'tap' && isRehearsal ? 'tapSandbox' : key)}</span>
          </li>
        ))}
      </ol>
    </EmptyState>
  )
}
