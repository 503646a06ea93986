'use client'

import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type RefObject, useEffect, useId, useRef, useState } from 'react'
import { Select } from '@/components/ui/select'
import { Switch } from '@/components/ui/switch'
import { toast } from '@/components/ui/toast'
import { answerAsCustomerAction } from '@/lib/actions/sandbox-replies'
import type { PhoneReply } from '@/lib/domain/phone-message'
import { rereadSends, useRecipients } from './send-reads'
import { usePhoneWords } from './use-phone-words'

/** Whose phone it is: one recipient's, or that of one of a Send's, who is chosen. */
export type Customer = { sendId: string; recipient: { id: string; name: string | null; phone: string } | null }

type CustomerReplyProps = {
  customer: Customer
  isOn: boolean
  onChange: (isOn: boolean) => void
  /** What the phone is to do with a tap: set while the switch is on. */
  answer: RefObject<((reply: PhoneReply) => void) | null>
}

type Who = { id: string; words: string }

/** Beneath the phone of a rehearsal: whoever taps a row answers as the customer would, and the reply comes in by the webhook. */
export function CustomerReply({ customer, isOn, onChange, answer }: CustomerReplyProps) {
  const t = useTranslations('customerReply')
  const id = useId()
  const toWho = useWho()
  const own = customer.recipient && toWho(customer.recipient)
  const [chosen, setChosen] = useState<Who | null>(null)
  const who = own ?? chosen
  return (
    <div className="mx-auto grid w-full max-w-xs justify-items-center gap-2 text-[0.8667rem]">
      <span className="flex min-h-9 items-center gap-2.5">
        <Switch id={id} checked={isOn} onCheckedChange={onChange} aria-describedby={isOn ? `${id}-how` : undefined} />
        <label htmlFor={id} className="font-medium">
          {t('switch')}
        </label>
      </span>
      {isOn && !own && <WhoField sendId={customer.sendId} chosen={who} onChoose={setChosen} />}
      <p id={`${id}-how`} aria-live="polite" className="text-center text-balance text-muted">
        {isOn && who && t('how', { who: who.words })}
      </p>
      {isOn && who && <Answering who={who} answer={answer} />}
    </div>
  )
}

function useWho() {
  const phoneWords = usePhoneWords()
  return ({ id, name, phone }: { id: string; name: string | null; phone: string }): Who => ({
    id,
    words: name || phoneWords(phone),
  })
}

/** Those who got it, the first of whom answers unless somebody else is chosen. */
function WhoField({
  sendId,
  chosen,
  onChoose,
}: {
  sendId: string
  chosen: Who | null
  onChoose: (who: Who | null) => void
}) {
  const t = useTranslations('customerReply')
  const toWho = useWho()
  const { data } = useRecipients(sendId, { group: 'accepted' }, false)
  const people = data?.pages[0]?.recipients.map(toWho) ?? []
  const [first] = people
  const firstId = first?.id
  const firstWords = first?.words
  useEffect(() => {
    if (!chosen && firstId && firstWords) onChoose({ id: firstId, words: firstWords })
  }, [chosen, firstId, firstWords, onChoose])
  if (people.length < 2) return null
  return (
    <Select
      aria-label={t('who')}
      value={chosen?.id ?? ''}
      onChange={(event) => onChoose(people.find((one) => one.id === event.target.value) ?? null)}
      className="w-full max-w-60"
    >
      {people.map((one) => (
        <option key={one.id} value={one.id}>
          {one.words}
        </option>
      ))}
    </Select>
  )
}

/** The webhook is on its way as soon as the tap is taken, and read a moment later. */
const REREAD_MS = [500, 2_000]

function Answering({ who, answer }: { who: Who } & Pick<CustomerReplyProps, 'answer'>) {
  const t = useTranslations('customerReply')
  const client = useQueryClient()
  const latest = useRef(who)
  useEffect(() => {
    latest.current = who
  })
  useEffect(() => {
    answer.current = ({ id: rowId, title }) => {
      const { id, words } = latest.current
      answerAsCustomerAction({ recipientId: id, rowId })
        .then((result) => {
          if (!result.ok) return void toast.error(t(`errors.${toErrorWord(result.error.code)}`))
          toast.success(t('sent'), { description: t('sentAs', { who: words, row: title }) })
          for (const ms of REREAD_MS) setTimeout(() => void reread(client), ms)
        })
        .catch(() => toast.error(t('errors.other')))
    }
    return () => {
      answer.current = null
    }
  }, [answer, client, t])
  return null
}

type ErrorCode = Extract<Awaited<ReturnType<typeof answerAsCustomerAction>>, { ok: false }>['error']['code']

const toErrorWord = (code: ErrorCode) =>
  code === 'invalid' || code === 'forbidden' || code === 'unexpected' ? 'other' : code

async function reread(client: QueryClient): Promise<void> {
  await Promise.all([rereadSends(client), client.invalidateQueries({ queryKey: ['message'] })])
}
