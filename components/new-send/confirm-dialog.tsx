'use client'

import { CalendarClock, Send } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useRef, useState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose, DialogContent } from '@/components/ui/dialog'
import { Field, fieldControl } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import type { VerdictCounts } from '@/lib/domain/recipient-verdict'
import type { Estimate } from '@/lib/domain/send-duration'
import type { SendPlan } from '@/lib/domain/send-plan'
import type { GatewayView } from '@/lib/domain/send-view'
import { Course, Where } from './send-bar'

type ConfirmDialogProps = {
  name: string
  people: number
  counts: VerdictCounts
  plan: SendPlan
  estimate: Estimate | null
  gateway: GatewayView
  /** Whether the number itself is typed: an administrator wants that above some number of people. */
  typesNumber: boolean
  onConfirm: () => void
  onClose: () => void
}

/** The last look: how many, where, until when, who among them may be refused, and that there is no way back. */
export function ConfirmDialog({
  name,
  people,
  counts,
  plan,
  estimate,
  gateway,
  typesNumber,
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  const t = useTranslations('newSend.confirm')
  const tBar = useTranslations('newSend.bar')
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const [typed, setTyped] = useState('')
  const [isTold, setTold] = useState(false)
  const fits = !typesNumber || typed.replace(/[.,\s\u00a0\u202f]/g, '') === String(people)
  const error = isTold && !fits ? t('wrongNumber', { count: people }) : null
  const isLater = plan.startsAt !== null
  const confirm = (event: FormEvent) => {
    event.preventDefault()
    if (fits) return onConfirm()
    setTold(true)
    input.current?.focus()
  }
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={t(isLater ? 'titleLater' : 'title', { count: people })}
        closeLabel={t('close')}
        onOpenAutoFocus={(event) => {
          event.preventDefault()
          ;(input.current ?? button.current)?.focus()
        }}
        footer={
          <>
            <DialogClose asChild>
              <Button>{t('back')}</Button>
            </DialogClose>
            <Button ref={button} variant="primary" type="submit" form={`${id}-form`}>
              {isLater ? <CalendarClock aria-hidden /> : <Send aria-hidden />}
              {tBar(isLater ? 'schedule' : 'send', { count: people })}
            </Button>
          </>
        }
      >
        <form id={`${id}-form`} onSubmit={confirm} className="grid gap-4">
          <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 gap-y-2 text-[0.9333rem] [&_dt]:text-muted">
            <dt>{t('message')}</dt>
            <dd className="font-medium [overflow-wrap:anywhere]">{name}</dd>
            <dt>{t('where')}</dt>
            <dd>
              <Where gateway={gateway} />
            </dd>
            <dt>{t('course')}</dt>
            <dd>
              {!isLater && `${t('now')} · `}
              <Course plan={plan} estimate={estimate} />
            </dd>
            {plan.canary && plan.canary.size < people && (
              <>
                <dt>{t('canary')}</dt>
                <dd>{t('canaryText', { ...plan.canary, percent: Math.round(plan.canary.maxShare * 100) })}</dd>
              </>
            )}
          </dl>
          {counts.unknown > 0 && <Alert tone="info">{t('unknown', { count: counts.unknown })}</Alert>}
          {plan.includesClosed && counts.closed > 0 && (
            <Alert tone="warning">{t('closed', { count: counts.closed })}</Alert>
          )}
          {plan.includesRepeats && counts.repeated > 0 && (
            <Alert tone="warning">{t('repeated', { count: counts.repeated })}</Alert>
          )}
          <p className="text-[0.9333rem] text-muted">{t(gateway.kind === 'vectalk' ? 'final' : 'finalSandbox')}</p>
          {typesNumber && (
            <Field id={`${id}-number`} label={t('type', { count: people })} error={error} hint={t('typeHint')}>
              <Input
                {...fieldControl(`${id}-number`, { hint: true, error })}
                ref={input}
                value={typed}
                inputMode="numeric"
                autoComplete="off"
                placeholder={t('number', { count: people })}
                onChange={(event) => {
                  setTold(false)
                  setTyped(event.target.value)
                }}
                className="max-w-44 tabular-nums"
              />
            </Field>
          )}
        </form>
      </DialogContent>
    </Dialog>
  )
}
