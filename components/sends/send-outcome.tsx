'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button, buttonClass } from '@/components/ui/button'
import { DialogClose, DialogContent } from '@/components/ui/dialog'
import { Skeleton } from '@/components/ui/skeleton'
import { formatPhone } from '@/lib/domain/phone-format'
import { countAtWork, type SendView } from '@/lib/domain/send-view'
import type { Sent } from './press'
import { RecipientList } from './recipient-list'
import { RecipientOutcome } from './recipient-outcome'
import { SendProgress } from './send-progress'
import { useSend } from './send-reads'

const LONG_MS = 12_000

/** The dialog after the press: what becomes of the Send, as it happens. */
export function SendOutcome({ sent, onAnother }: { sent: Sent; onAnother: () => void }) {
  const t = useTranslations('send')
  const top = useRef<HTMLDivElement>(null)
  const { data: send, isError } = useSend(sent.sendId)
  const isLong = useIsLong(!!send && countAtWork(send.counts) > 0)

  // The button that had the focus is gone: without this the keyboard would start from the page's top.
  useEffect(() => top.current?.focus(), [])

  return (
    <DialogContent
      title={t('outcome.title')}
      closeLabel={t('close')}
      onOpenAutoFocus={(event) => event.preventDefault()}
      footer={
        <>
          <Button variant="ghost" className="mr-auto max-sm:order-last max-sm:w-full" onClick={onAnother}>
            {t('outcome.another')}
          </Button>
          <DialogClose asChild>
            <Button>{t('close')}</Button>
          </DialogClose>
          <Link href={`/sends/${sent.sendId}`} className={buttonClass('primary')}>
            {t('outcome.see')}
          </Link>
        </>
      }
    >
      <div ref={top} tabIndex={-1} className="grid gap-4 outline-none">
        {sent.repeated && <Alert tone="info">{t('outcome.repeated')}</Alert>}
        {isError && <Alert tone="warning">{t('outcome.unreadable')}</Alert>}
        <div role="status" className="grid gap-3">
          {send ? <Outcome send={send} isLong={isLong} /> : !isError && <Waiting />}
        </div>
        {send && !send.recipient && <RecipientList send={send} />}
      </div>
    </DialogContent>
  )
}

function Outcome({ send, isLong }: { send: SendView; isLong: boolean }) {
  const t = useTranslations('send.outcome')
  const { recipient } = send
  return (
    <>
      <p className="text-muted">
        {recipient ? t('of', { phone: formatPhone(recipient.phone) }) : t('ofMany', { count: send.recipientCount })}
      </p>
      {recipient ? <RecipientOutcome recipient={recipient} gateway={send.gateway} /> : <SendProgress send={send} />}
      {recipient?.status === 'unconfirmed' && <p className="text-muted">{t('uncertainNow')}</p>}
      {isLong && <Alert tone="warning">{t('queuedLong')}</Alert>}
    </>
  )
}

function Waiting() {
  const t = useTranslations('send.outcome')
  return (
    <>
      <p className="text-muted">{t('reading')}</p>
      <Skeleton className="h-20 rounded-xl" />
    </>
  )
}

/** Whether something has been going on for so long that it needs a word. */
function useIsLong(isGoingOn: boolean) {
  const [isLong, setIsLong] = useState(false)
  useEffect(() => {
    setIsLong(false)
    if (!isGoingOn) return
    const timer = setTimeout(() => setIsLong(true), LONG_MS)
    return () => clearTimeout(timer)
  }, [isGoingOn])
  return isLong
}
