'use client'

import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { CodeBlock } from '@/components/sends/code-block'
import { RepliedIcon, StatusIcon } from '@/components/sends/status-chip'
import { useWhen } from '@/components/sends/when'
import { Card } from '@/components/ui/card'
import { CopyButton } from '@/components/ui/copy-button'
import { DELIVERY_STATUSES } from '@/lib/domain/delivery-status'
import type { MessageReply, MessageStatus } from '@/lib/domain/message-detail'
import { toShownStatus } from '@/lib/domain/shown-status'

type Told = { id: string; receivedAt: string; raw: unknown } & (
  | { is: 'status'; status: string; source: MessageStatus['source'] }
  | { is: 'reply' }
)

/** Everything that the provider told of one message and its answers, as it came and when. */
export function MessageWebhooks({ statuses, replies }: { statuses: MessageStatus[]; replies: MessageReply[] }) {
  const t = useTranslations('message')
  const told: Told[] = [
    ...statuses.map((status) => ({ ...status, id: `status ${status.id}`, is: 'status' as const })),
    ...replies.map(({ id, receivedAt, raw }) => ({ id: `reply ${id}`, receivedAt, raw, is: 'reply' as const })),
  ].sort((a, b) => Date.parse(a.receivedAt) - Date.parse(b.receivedAt))
  return (
    <Card aria-labelledby="webhooks" className="grid min-w-0 gap-3 p-5">
      <h2 id="webhooks" className="font-semibold">
        {t('webhooks')}
      </h2>
      {told.length === 0 ? (
        <p className="text-muted">{t('noWebhooks')}</p>
      ) : (
        <ul className="grid min-w-0 divide-y rounded-lg border">
          {told.map((one) => (
            <OneTold key={one.id} told={one} />
          ))}
        </ul>
      )}
    </Card>
  )
}

function OneTold({ told }: { told: Told }) {
  const t = useTranslations('message')
  const send = useTranslations('send')
  const words = useTranslations('status')
  const { day, time } = useWhen()
  const known = told.is === 'status' ? DELIVERY_STATUSES.find((status) => status === told.status) : undefined
  const word = told.is === 'reply' ? t('reply') : known ? words(known) : told.status
  const at = `${day(told.receivedAt)} ${time(told.receivedAt, true)}`
  const label = t('rawOf', { what: word })
  const text = told.raw === null ? null : JSON.stringify(told.raw, null, 2)
  return (
    <li className="min-w-0">
      <details className="group min-w-0">
        <summary className="flex min-h-11 cursor-pointer list-none flex-wrap items-center gap-x-2.5 gap-y-0.5 rounded-lg px-3 py-2 hover:bg-hover [&::-webkit-details-marker]:hidden [&_svg]:size-4">
          <ChevronRight aria-hidden className="shrink-0 text-muted transition-transform group-open:rotate-90" />
          {told.is === 'reply' && <RepliedIcon />}
          {known && <StatusIcon status={toShownStatus(known)} />}
          <span className="font-medium">{word}</span>
          {told.is === 'status' && told.source === 'list' && (
            <span className="text-[0.8667rem] text-muted">{t('byList')}</span>
          )}
          <time dateTime={told.receivedAt} className="ml-auto text-[0.8667rem] text-muted tabular-nums">
            {t('received', { when: at })}
          </time>
        </summary>
        <div className="grid min-w-0 px-3 pb-3">
          {text === null ? (
            <p className="text-muted">{t('rawGone')}</p>
          ) : (
            <CodeBlock
              label={label}
              text={text}
              action={<CopyButton text={text} label={t('copyRaw')} copiedLabel={send('copied')} />}
            />
          )}
        </div>
      </details>
    </li>
  )
}
