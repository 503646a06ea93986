'use client'

import { useQueryClient } from '@tanstack/react-query'
import { RotateCw } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose, DialogContent } from '@/components/ui/dialog'
import { resendRecipientAction } from '@/lib/actions/sends'
import type { GatewayKind } from '@/lib/domain/gateway'
import { formatPhone } from '@/lib/domain/phone-format'
import type { RecipientView } from '@/lib/domain/send-view'
import { LazySignInDialog } from './lazy-sign-in-dialog'
import { rereadSends, useGateway } from './send-reads'

type ResendErrorCode = Extract<Awaited<ReturnType<typeof resendRecipientAction>>, { ok: false }>['error']['code']

/**
 * Sends the same message to the same person once more. What failed goes at once; what is uncertain only after a
 * warning, and so does a rehearsal that would now leave for real.
 */
export function ResendButton({ recipient, gateway }: { recipient: RecipientView; gateway: GatewayKind }) {
  const t = useTranslations('send.resend')
  const close = useTranslations('ui')
  const router = useRouter()
  const client = useQueryClient()
  const now = useGateway().data
  const [asking, setAsking] = useState(false)
  const [signingIn, setSigningIn] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<ResendErrorCode | 'unreachable' | null>(null)
  const isPressed = useRef(false)

  const isUncertain = recipient.status === 'unconfirmed'
  const isElsewhere = !!now && now.kind !== gateway
  const label = isUncertain ? t('anyway') : t('retry')

  const resend = async () => {
    if (!now || isPressed.current) return
    isPressed.current = true
    setIsBusy(true)
    setError(null)
    try {
      const result = await resendRecipientAction({
        recipientId: recipient.id,
        acknowledgedUncertain: isUncertain,
        gateway: now.kind,
      })
      if (result.ok) {
        void rereadSends(client)
        router.push(`/sends/${result.data.sendId}`)
        return
      }
      setError(result.error.code)
      if (result.error.code === 'signedOut') setSigningIn(true)
    } catch {
      setError('unreachable')
    }
    isPressed.current = false
    setIsBusy(false)
  }

  const notice = error && (
    <Alert tone="danger" role="alert">
      {t(
        `errors.${error === 'idempotencyMismatch' || error === 'invalid' || error === 'forbidden' || error === 'unexpected' ? 'other' : error}`,
      )}
    </Alert>
  )
  const press = () => (isUncertain || isElsewhere ? setAsking(true) : void resend())

  return (
    <div className="grid gap-3">
      <Button
        busy={isBusy && !asking}
        aria-disabled={now ? undefined : true}
        onClick={press}
        className="justify-self-start"
      >
        {!isBusy && <RotateCw aria-hidden />}
        {label}
      </Button>
      {!asking && notice}
      <Dialog open={asking} onOpenChange={(open) => !isBusy && setAsking(open)}>
        <DialogContent
          size="sm"
          role="alertdialog"
          title={isUncertain ? t('warningTitle') : t('gatewayTitle')}
          closeLabel={close('close')}
          footer={
            <>
              <DialogClose asChild>
                <Button>{t('cancel')}</Button>
              </DialogClose>
              <Button variant={isUncertain ? 'danger' : 'primary'} busy={isBusy} onClick={() => void resend()}>
                {label}
              </Button>
            </>
          }
        >
          <div className="grid gap-3">
            {isUncertain && (
              <>
                <p>{t('warningText', { phone: formatPhone(recipient.phone) })}</p>
                <p className="text-muted">{t('warningAdvice')}</p>
              </>
            )}
            {isElsewhere && (
              <p>{now.kind === 'vectalk' ? t('toVectalk', { phone: formatPhone(recipient.phone) }) : t('toSandbox')}</p>
            )}
            {notice}
          </div>
        </DialogContent>
      </Dialog>
      <LazySignInDialog open={signingIn} onOpenChange={setSigningIn} onSignedIn={() => setSigningIn(false)} />
    </div>
  )
}
