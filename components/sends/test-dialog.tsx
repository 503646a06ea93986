'use client'

import { useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button, buttonClass } from '@/components/ui/button'
import { Dialog, DialogClose, DialogContent } from '@/components/ui/dialog'
import { Skeleton } from '@/components/ui/skeleton'
import { toast } from '@/components/ui/toast'
import { sendTestAction } from '@/lib/actions/testers'
import { draftToMessage, type ListDraft } from '@/lib/domain/list-draft'
import { checkDraft } from '@/lib/domain/list-rules'
import { formatPhone } from '@/lib/domain/phone-format'
import { fillWithValues, type VariableValues } from '@/lib/domain/variable-values'
import { SAMPLE_VALUES, VARIABLE_NAMES, variablesOf } from '@/lib/domain/variables'
import { LazySignInDialog } from './lazy-sign-in-dialog'
import { usePressOf } from './press'
import { rereadSends, useGateway, useTesters } from './send-reads'

export type TestedList = {
  draft: ListDraft
  /** What was typed for the draft's variables; samples stand for the others. */
  values: VariableValues
  templateId: string | null
}

const ERRORS = ['noTesters', 'gatewayChanged', 'notReady', 'invalid'] as const

/** What stands for each variable in a test: what was typed, else its sample. */
const testValues = (typed: VariableValues): VariableValues =>
  Object.fromEntries(VARIABLE_NAMES.map((name) => [name, typed[name]?.trim() || SAMPLE_VALUES[name]]))

/** To whom a test goes, and the press that sends it. */
export function TestDialog({ draft, values, templateId, onClose }: TestedList & { onClose: () => void }) {
  const t = useTranslations('send.test')
  const common = useTranslations('send')
  const router = useRouter()
  const client = useQueryClient()
  const gateway = useGateway().data
  const { data: testers, isError } = useTesters()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const chosen = testers?.filter(({ id }) => !left.has(id)) ?? []
  const [filled, blocked, sampled] = useMemo(() => {
    const whole = fillWithValues(draft, testValues(values))
    return [
      whole,
      checkDraft(whole).some(({ severity }) => severity === 'blocks'),
      variablesOf(draft).some(({ name }) => !values[name]?.trim()),
    ]
  }, [draft, values])

  const ready = !!gateway?.ready && !blocked && chosen.length > 0
  const content = ready
    ? JSON.stringify(['test', draftToMessage(filled), chosen.map(({ id }) => id).sort(), gateway.kind])
    : null
  const { state, press, retryNow, forget } = usePressOf(sendTestAction, content, ({ sendId }) => {
    void rereadSends(client)
    toast.success(t('sent', { count: chosen.length }), {
      action: { label: t('see'), onClick: () => router.push(`/sends/${sendId}`) },
    })
    onClose()
  })
  const isBusy = state.phase === 'pressing' || state.phase === 'lost'
  const code = state.phase === 'refused' ? state.code : null
  const send = () => {
    if (!gateway || !ready) return
    const testerIds = chosen.map(({ id }) => id)
    void press({ draft, values, templateId, gateway: gateway.kind, testerIds })
  }
  const choose = (id: string, isChosen: boolean) => {
    forget()
    const next = new Set(left)
    if (isChosen) next.delete(id)
    else next.add(id)
    setLeft(next)
  }

  return (
    <Dialog open onOpenChange={(open) => !open && !isBusy && onClose()}>
      <DialogContent
        size="sm"
        title={t('title')}
        description={t('text')}
        closeLabel={common('close')}
        footer={
          <>
            <DialogClose asChild>
              <Button>{common('cancel')}</Button>
            </DialogClose>
            <Button variant="primary" busy={isBusy} aria-disabled={ready ? undefined : true} onClick={send}>
              {t('send', { count: chosen.length })}
            </Button>
          </>
        }
      >
        <div className="grid gap-3">
          {!testers && !isError && <Skeleton className="h-24 rounded-xl" />}
          {isError && <Alert tone="warning">{t('unread')}</Alert>}
          {testers?.length === 0 && (
            <Alert
              tone="info"
              title={t('nobodyTitle')}
              action={
                <Link href="/settings#testers" className={buttonClass('secondary', 'sm')}>
                  {t('toSettings')}
                </Link>
              }
            >
              {t('nobodyText')}
            </Alert>
          )}
          {testers && testers.length > 0 && (
            <fieldset className="grid">
              <legend className="sr-only">{t('who')}</legend>
              <div className="divide-y rounded-xl border">
                {testers.map(({ id, name, phone }) => (
                  <label key={id} className="flex min-h-11 items-center gap-3 px-3.5 py-2 hover:bg-hover">
                    <input
                      type="checkbox"
                      checked={!left.has(id)}
                      disabled={isBusy}
                      onChange={(event) => choose(id, event.target.checked)}
                      className="size-4 shrink-0 accent-accent"
                    />
                    <span className="flex min-w-0 flex-wrap items-baseline gap-x-3">
                      <span className="font-medium [overflow-wrap:anywhere]">{name}</span>
                      <span className="text-muted tabular-nums">{formatPhone(phone)}</span>
                    </span>
                  </label>
                ))}
              </div>
            </fieldset>
          )}
          {gateway && (
            <p className="text-[0.9333rem] text-muted">
              {t(gateway.kind === 'vectalk' ? 'toVectalk' : 'toSandbox')} {sampled && t('samples')}
            </p>
          )}
          {blocked && <Alert tone="danger">{common('blocked.problems')}</Alert>}
          {gateway && !gateway.ready && <Alert tone="danger">{common('errors.notReady')}</Alert>}
          {(state.phase === 'lost' || state.phase === 'gaveUp') && (
            <Alert
              tone="warning"
              role="alert"
              title={common(`${state.phase}Title`)}
              action={
                state.phase === 'lost' && (
                  <Button size="sm" onClick={retryNow}>
                    {common('retryNow')}
                  </Button>
                )
              }
            >
              {common(`${state.phase}Text`)}
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
