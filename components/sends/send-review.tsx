'use client'

import { useQueryClient } from '@tanstack/react-query'
import { Send, Users } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Phone } from '@/components/phone/phone'
import { Button, buttonClass } from '@/components/ui/button'
import { DialogClose, DialogContent } from '@/components/ui/dialog'
import { toast } from '@/components/ui/toast'
import { draftToMessage, type ListDraft } from '@/lib/domain/list-draft'
import type { Problem } from '@/lib/domain/list-problems'
import { checkDraft } from '@/lib/domain/list-rules'
import { formatPhone } from '@/lib/domain/phone-format'
import { parseRecipients } from '@/lib/domain/recipients-text'
import { fillIn, isToldAtValue, type VariableValues } from '@/lib/domain/variable-values'
import { Destination } from './destination'
import { LazySignInDialog } from './lazy-sign-in-dialog'
import { type Sent, usePress } from './press'
import { PressNotice } from './press-notice'
import { ProblemList } from './problem-list'
import { RecipientsField } from './recipients-field'
import { RequestTabs } from './request-tabs'
import { useSendBlocked } from './send-blocked'
import { rereadSends, useGateway } from './send-reads'
import { TestButton } from './test-button'
import { focusValue, VariableValuesGroup } from './variable-values'
import { WarningList } from './warning-list'
import { useWhen } from './when'

/** What the cURL and JSON show as long as nobody is typed: a form, not a person. */
const EXAMPLE_PHONE = '+5511999999999'

export type SendReviewProps = {
  draft: ListDraft
  /** The saved list that the draft comes from, at the version it was opened or saved at. */
  template: { id: string; version: number } | null
  businessName?: string
  recipients: string
  onRecipientsChange: (text: string) => void
  /** What was typed for the draft's variables; what was not is their fallback. */
  values: VariableValues
  onValuesChange: (values: VariableValues) => void
  /** Leads to a field of the editor once the dialog has closed. */
  onGoToProblem?: (path: Problem['path']) => void
  onSent: (sent: Sent) => void
  onClose: () => void
}

/** The dialog before the press: for whom, what they will see, what is wrong, and the very request. */
export function SendReview({
  draft,
  template,
  businessName,
  recipients,
  onRecipientsChange,
  values: typedValues,
  onValuesChange,
  onGoToProblem,
  onSent,
  onClose,
}: SendReviewProps) {
  const t = useTranslations('send')
  const tNew = useTranslations('newSend.entry')
  const { time } = useWhen()
  const client = useQueryClient()
  const router = useRouter()
  const gateway = useGateway()
  const input = useRef<HTMLTextAreaElement>(null)
  const goTo = useRef<Problem['path'] | null>(null)
  const [signingIn, setSigningIn] = useState(false)
  const [tellsMissing, setTellsMissing] = useState(false)
  const [openedAt] = useState(() => new Date().toISOString())

  const { used, values, valueProblems, room, filled } = useMemo(() => fillIn(draft, typedValues), [draft, typedValues])
  const message = useMemo(() => draftToMessage(filled), [filled])
  const findings = useMemo(() => checkDraft(filled), [filled])
  const problems = findings
    .filter((finding) => finding.severity === 'blocks')
    .filter((problem) => !isToldAtValue(problem, valueProblems))
  const warnings = findings.filter((finding) => finding.severity === 'warns')
  const { entries, phones } = useMemo(() => parseRecipients(recipients), [recipients])
  const leftOut = entries.filter((entry) => entry.kind === 'invalid').length
  const blocked = useSendBlocked({
    gateway: gateway.data,
    gatewayUnread: gateway.isError,
    problems: problems.length,
    values:
      valueProblems.length === 0 ? null : valueProblems.some(({ code }) => code === 'missing') ? 'missing' : 'wrong',
    typed: entries.length,
    valid: phones.length,
  })

  const content = blocked ? null : JSON.stringify([message, [...phones].sort(), gateway.data?.kind])
  const { state, earlier, press, retryNow, forget } = usePress(content, (sent, isUnseen) => {
    void rereadSends(client)
    if (!isUnseen) return onSent(sent)
    toast(t('sentUnseen'), {
      action: { label: t('outcome.see'), onClick: () => router.push(`/sends/${sent.sendId}`) },
    })
  })
  const isBusy = state.phase === 'pressing' || state.phase === 'lost'

  const refusal = state.phase === 'refused' ? state.code : null
  const readGateway = gateway.refetch
  useEffect(() => {
    if (refusal === 'gatewayChanged' || refusal === 'notReady') void readGateway()
  }, [refusal, readGateway])

  const sendNow = () => {
    if (gateway.data && !blocked) void press({ draft, values, phones, template, gateway: gateway.data.kind })
    else if (blocked?.leads) {
      setTellsMissing(true)
      focusValue(valueProblems)
    }
  }
  const change = (text: string) => {
    forget()
    onRecipientsChange(text)
  }
  const rehearse = (phone: string) => {
    change([recipients.trimEnd(), formatPhone(phone)].filter(Boolean).join('\n'))
    input.current?.focus()
  }
  const leaveFor = (path: Problem['path']) => {
    goTo.current = path
    onClose()
  }
  const footText =
    blocked?.text ??
    [t('willSend', { count: phones.length }), leftOut > 0 && t('leftOut', { count: leftOut })]
      .filter(Boolean)
      .join(' · ')

  return (
    <DialogContent
      size="xl"
      title={t('title')}
      closeLabel={t('close')}
      onOpenAutoFocus={(event) => {
        event.preventDefault()
        input.current?.focus()
      }}
      onCloseAutoFocus={(event) => {
        if (!goTo.current) return
        event.preventDefault()
        onGoToProblem?.(goTo.current)
      }}
      footer={
        <>
          <p id="send-foot" className="mr-auto py-1 text-[0.9333rem] text-muted max-sm:w-full" aria-live="polite">
            {state.phase === 'pressing' ? t('pressing') : footText}
          </p>
          <TestButton draft={draft} values={values} templateId={template?.id ?? null} variant="ghost" />
          <DialogClose asChild>
            <Button>{t('cancel')}</Button>
          </DialogClose>
          <Button
            variant="primary"
            busy={isBusy}
            aria-disabled={blocked && !blocked.leads ? true : undefined}
            aria-describedby="send-foot"
            onClick={sendNow}
          >
            {!isBusy && <Send aria-hidden />}
            {t('sendNow')}
          </Button>
        </>
      }
    >
      <div className="grid gap-x-8 gap-y-5 lg:grid-cols-[minmax(0,1fr)_20.5rem]">
        <div className="grid min-w-0 content-start gap-5">
          <PressNotice state={state} earlier={earlier} onRetryNow={retryNow} onSignIn={() => setSigningIn(true)} />
          <RecipientsField
            text={recipients}
            onChange={change}
            entries={entries}
            phones={phones}
            rehearsal={gateway.data?.kind === 'sandbox'}
            readOnly={isBusy}
            inputRef={input}
          />
          {template && (
            <p className="-mt-2 flex flex-wrap items-center gap-x-2 text-[0.9333rem] text-muted">
              <Link href={`/sends/new?template=${template.id}`} className={buttonClass('link', 'sm')}>
                <Users aria-hidden />
                {tNew('many')}
              </Link>
              {tNew('manyText')}
            </p>
          )}
          <VariableValuesGroup
            used={used}
            values={values}
            problems={valueProblems}
            room={room}
            tellsMissing={tellsMissing}
            people={phones.length}
            readOnly={isBusy}
            onChange={(name, value) => {
              forget()
              onValuesChange({ ...typedValues, [name]: value })
            }}
          />
          <ProblemList problems={problems} onGo={onGoToProblem && leaveFor} />
          <WarningList warnings={warnings} onGo={onGoToProblem && leaveFor} />
          <Destination gateway={gateway.data} onUseNumber={rehearse} />
        </div>
        <section aria-label={t('preview')} className="min-w-0 lg:sticky lg:top-0 lg:row-span-2 lg:self-start">
          <Phone
            message={filled}
            businessName={businessName}
            time={time(openedAt)}
            className="[--phone-height:21rem] lg:[--phone-height:clamp(22rem,calc(90dvh-17rem),34rem)]"
          />
        </section>
        <div className="grid min-w-0 gap-1.5">
          <h3 className="text-[0.8667rem] font-medium">{t('request')}</h3>
          <p className="text-[0.8667rem] text-muted">
            {phones[0] ? t('requestOf', { phone: formatPhone(phones[0]), count: phones.length }) : t('requestOfNobody')}
          </p>
          <RequestTabs
            message={message}
            phone={phones[0] ?? EXAMPLE_PHONE}
            includeRecipientType={gateway.data?.includeRecipientType ?? false}
            baseUrl={gateway.data?.baseUrl ?? null}
          />
        </div>
      </div>
      <LazySignInDialog
        open={signingIn}
        onOpenChange={setSigningIn}
        onSignedIn={() => {
          setSigningIn(false)
          sendNow()
        }}
      />
    </DialogContent>
  )
}
