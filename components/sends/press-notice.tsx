'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { Button, buttonClass } from '@/components/ui/button'
import type { PressState } from './press'
import type { EarlierSend } from './press-key'
import { useWhen } from './when'

/** What the person must know about this press: a lost connection, a refusal, or that it went out before. */
export function PressNotice({
  state,
  earlier,
  onRetryNow,
  onSignIn,
}: {
  state: PressState
  earlier: EarlierSend | undefined
  onRetryNow: () => void
  onSignIn: () => void
}) {
  const t = useTranslations('send')
  const { when } = useWhen()
  if (state.phase === 'lost')
    return (
      <Alert
        tone="warning"
        role="alert"
        title={t('lostTitle')}
        action={
          <Button size="sm" onClick={onRetryNow}>
            {t('retryNow')}
          </Button>
        }
      >
        {t('lostText')}
      </Alert>
    )
  if (state.phase === 'gaveUp')
    return (
      <Alert tone="warning" role="alert" title={t('gaveUpTitle')}>
        {t('gaveUpText')}
      </Alert>
    )
  if (state.phase === 'refused')
    return (
      <Alert
        tone={state.code === 'signedOut' || state.code === 'gatewayChanged' ? 'warning' : 'danger'}
        role="alert"
        action={
          state.code === 'signedOut' && (
            <Button size="sm" onClick={onSignIn}>
              {t('errors.signIn')}
            </Button>
          )
        }
      >
        {t(`errors.${state.code}`)}
      </Alert>
    )
  if (earlier && state.phase === 'idle')
    return (
      <Alert
        tone="warning"
        title={t('earlier', { when: when(earlier.at) })}
        action={
          <Link href={`/sends/${earlier.sendId}`} className={buttonClass('secondary', 'sm')}>
            {t('seeEarlier')}
          </Link>
        }
      >
        {t('earlierText')}
      </Alert>
    )
  return null
}
