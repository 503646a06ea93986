'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { resumeGatewayAction } from '@/lib/actions/connection'
import { fail } from '@/lib/domain/action-result'
import type { GatewayKind } from '@/lib/domain/gateway'
import { providerErrorKey } from '@/lib/domain/provider-error'
import { LazySignInDialog } from './lazy-sign-in-dialog'

type StoppedAlertProps = { code: number; gateway: GatewayKind; onResumed: () => void }

/** Nothing leaves: what the provider has against our account, and the way on once that is settled. */
export function StoppedAlert({ code, gateway, onResumed }: StoppedAlertProps) {
  const t = useTranslations('sends.stopped')
  const errors = useTranslations('providerErrors')
  const [isBusy, setIsBusy] = useState(false)
  const [failure, setFailure] = useState<'signedOut' | 'other' | null>(null)
  const key = providerErrorKey(code)

  const resume = async () => {
    setIsBusy(true)
    setFailure(null)
    const result = await resumeGatewayAction({ gateway }).catch(() => fail('unexpected'))
    setIsBusy(false)
    if (result.ok) onResumed()
    else setFailure(result.error.code === 'signedOut' ? 'signedOut' : 'other')
  }

  return (
    <Alert
      tone="danger"
      role="status"
      title={t('title')}
      action={
        <Button size="sm" busy={isBusy} onClick={() => void resume()}>
          {t('resume')}
        </Button>
      }
    >
      <p>
        {errors(`${key}.title`)} ({code}). {errors(`${key}.whatToDo`)}
      </p>
      <p>{t('waits')}</p>
      {failure === 'other' && <p className="font-medium">{t('failed')}</p>}
      <LazySignInDialog
        open={failure === 'signedOut'}
        onOpenChange={() => setFailure(null)}
        onSignedIn={() => {
          setFailure(null)
          void resume()
        }}
      />
    </Alert>
  )
}
