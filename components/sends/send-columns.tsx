'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { Skeleton } from '@/components/ui/skeleton'
import { fillMessage, holdsVariable } from '@/lib/domain/fill-message'
import type { PhoneAnswer, PhoneReply } from '@/lib/domain/phone-message'
import type { ReplyView, SendView } from '@/lib/domain/send-view'
import type { VariableValues } from '@/lib/domain/variable-values'
import { SAMPLE_VALUES } from '@/lib/domain/variables'
import type { Customer } from './customer-reply'
import { useDayWords, useWhen } from './when'

// It is in the page as it comes, and comes to life a moment later.
const Phone = dynamic(() => import('@/components/phone/phone').then((module) => module.Phone), {
  loading: () => <Skeleton className="mx-auto h-[36rem] w-full max-w-[22rem] rounded-[2.75rem]" />,
})
// A rehearsal's alone.
const CustomerReply = dynamic(() => import('./customer-reply').then((module) => module.CustomerReply), { ssr: false })

const HEIGHT = '[--phone-height:clamp(26rem,calc(100dvh-14rem),38rem)]'
// What stands beneath a rehearsal's phone stays in sight with it.
const SHORTER = '[--phone-height:clamp(24rem,calc(100dvh-24rem),38rem)]'
const SHORTEST = '[--phone-height:clamp(24rem,calc(100dvh-27rem),38rem)]'

type SendColumnsProps = {
  send: Pick<SendView, 'message' | 'createdAt'>
  /** Whose values fill the message; samples do where it is nobody's page. */
  values?: VariableValues | null
  /** What this person answered, oldest first. */
  replies?: readonly ReplyView[]
  /** Who can be answered for, as it is a rehearsal that they got. */
  customer?: Customer | null
  children: ReactNode
}

/** The frozen message on the phone at the right, whatever is told of it at the left. */
export function SendColumns({ send, values, replies = [], customer = null, children }: SendColumnsProps) {
  const t = useTranslations('sends.one')
  const live = useTranslations('sends.live')
  const { time } = useWhen()
  const dayWords = useDayWords()
  const [isPlaying, setIsPlaying] = useState(false)
  const answer = useRef<((reply: PhoneReply) => void) | null>(null)
  const { message } = send
  const isTemplate = useMemo(() => holdsVariable(message), [message])
  const filled = useMemo(
    () => (isTemplate ? fillMessage(message, values ?? SAMPLE_VALUES) : message),
    [message, values, isTemplate],
  )
  return (
    <div className="grid items-start gap-x-8 gap-y-6 min-[900px]:grid-cols-[minmax(0,1fr)_22.5rem]">
      <div className="grid min-w-0 gap-5">{children}</div>
      <section aria-label={t('preview')} className="grid min-w-0 gap-3 min-[900px]:sticky min-[900px]:top-6">
        <h2 className="text-center text-[0.8667rem] font-medium text-muted">
          {isTemplate && values ? live('filledFor') : t('message')}
        </h2>
        <Phone
          message={filled}
          time={time(send.createdAt)}
          day={dayWords(send.createdAt)}
          answers={replies.flatMap((reply) => toAnswer(reply, time(reply.at)))}
          onReply={(reply) => answer.current?.(reply)}
          keepsReply={!isPlaying || !customer?.recipient}
          className={customer ? (customer.recipient ? SHORTER : SHORTEST) : HEIGHT}
        />
        {customer && <CustomerReply customer={customer} isOn={isPlaying} onChange={setIsPlaying} answer={answer} />}
        {isTemplate && !values && (
          <p className="mx-auto max-w-xs text-center text-[0.8667rem] text-balance text-muted">{live('samples')}</p>
        )}
      </section>
    </div>
  )
}

/** Who sent a picture or the like wrote nothing that the phone could show. */
function toAnswer({ id, kind, title, text, description, linkedBy }: ReplyView, time: string): PhoneAnswer[] {
  const words = kind === 'listReply' ? title : text
  return words ? [{ id, title: words, description: description ?? '', isQuoting: linkedBy === 'context', time }] : []
}
