'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose, DialogContent } from '@/components/ui/dialog'
import { Field, fieldControl } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Skeleton } from '@/components/ui/skeleton'
import { followSendAction } from '@/lib/actions/follow-sends'
import type { FollowsHow } from '@/lib/domain/send-state'
import type { SendView } from '@/lib/domain/send-view'
import { LazySignInDialog } from './lazy-sign-in-dialog'
import { usePressOf } from './press'
import { rereadSends, useFollowPreview } from './send-reads'

const ERRORS = ['notFound', 'nobody', 'gatewayChanged', 'notReady', 'signedOut'] as const

/** For whom one more Send of the same message is, and the press that makes it. */
export function FollowDialog({ send, how, onClose }: { send: SendView; how: FollowsHow; onClose: () => void }) {
  const t = useTranslations('sends.live')
  const id = useId()
  const router = useRouter()
  const client = useQueryClient()
  const { data: preview, isError, refetch } = useFollowPreview(send.id, how)
  const [typed, setTyped] = useState('')
  const [tells, setTells] = useState(false)
  const count = preview?.count ?? 0
  const asksNumber = !!preview && count > preview.confirmAbove
  const content = preview ? JSON.stringify(['follow', send.id, how, count]) : null
  const { state, press, retryNow, forget } = usePressOf(followSendAction, content, ({ sendId }, isUnseen) => {
    void rereadSends(client)
    if (!isUnseen) router.push(`/sends/${sendId}`)
  })
  const isBusy = state.phase === 'pressing' || state.phase === 'lost'
  const code = state.phase === 'refused' ? state.code : null
  const isRight = Number(typed.replace(/[.,\s]/g, '')) === count
  const error = tells && !isRight && t('followWrongNumber', { count })

  const follow = () => {
    if (asksNumber && !isRight) {
      setTells(true)
      return document.getElementById(id)?.focus()
    }
    void press({ sendId: send.id, how, acknowledgedUncertain: true, confirmCount: asksNumber ? count : null })
  }

  return (
    <Dialog open onOpenChange={(open) => !open && !isBusy && onClose()}>
      <DialogContent
        size="sm"
        title={t(how === 'failed' ? 'followFailedTitle' : 'followRemainingTitle')}
        closeLabel={t('close')}
        footer={
          <>
            <DialogClose asChild>
              <Button>{t('back')}</Button>
            </DialogClose>
            <Button
              variant="primary"
              busy={isBusy}
              aria-disabled={!preview || count === 0 || !preview.goesThere ? true : undefined}
              onClick={follow}
            >
              {t('followYes')}
            </Button>
          </>
        }
      >
        <div className="grid gap-3" aria-live="polite">
          {!preview && !isError && <Skeleton className="h-20 rounded-xl" />}
          {isError && (
            <Alert
              tone="warning"
              action={
                <Button size="sm" onClick={() => void refetch()}>
                  {t('again')}
                </Button>
              }
            >
              {t('errors.unreachable')}
            </Alert>
          )}
          {preview && count === 0 && <p>{t('followNothing')}</p>}
          {preview && count > 0 && (
            <>
              <p>{t(how === 'failed' ? 'followFailedText' : 'followRemainingText', { count })}</p>
              {preview.uncertain > 0 && <p className="text-muted">{t('followUncertain')}</p>}
              {preview.goesThere ? (
                <p className="text-muted">{t(preview.gateway === 'vectalk' ? 'followVectalk' : 'followSandbox')}</p>
              ) : (
                <Alert tone="warning">{t('followElsewhere')}</Alert>
              )}
              {asksNumber && (
                <Field id={id} label={t('followNumber', { count })} error={error}>
                  <Input
                    {...fieldControl(id, { error })}
                    inputMode="numeric"
                    autoComplete="off"
                    value={typed}
                    onChange={(event) => {
                      forget()
                      setTyped(event.target.value)
                    }}
                  />
                </Field>
              )}
            </>
          )}
          {(state.phase === 'lost' || state.phase === 'gaveUp') && (
            <Alert
              tone="warning"
              role="alert"
              action={
                state.phase === 'lost' && (
                  <Button size="sm" onClick={retryNow}>
                    {t('again')}
                  </Button>
                )
              }
            >
              {t('errors.unreachable')}
            </Alert>
          )}
          {code && code !== 'signedOut' && (
            <Alert tone="danger" role="alert">
              {t(`errors.${ERRORS.find((known) => known === code) ?? 'other'}`)}
            </Alert>
          )}
        </div>
      </DialogContent>
      <LazySignInDialog open={code === 'signedOut'} onOpenChange={forget} onSignedIn={forget} />
    </Dialog>
  )
}
