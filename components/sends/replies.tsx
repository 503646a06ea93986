'use client'

import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import type { ReplyView } from '@/lib/domain/send-view'
import { RepliedIcon } from './status-chip'
import { useWhen } from './when'

/** All that a person answered to one message: taps, changes of mind, and what they wrote. */
export function Replies({ replies }: { replies: readonly ReplyView[] }) {
  const t = useTranslations('sends.replies')
  const firstTap = replies.find(({ kind }) => kind === 'listReply')
  return (
    <Card aria-labelledby="replies" className="grid gap-4 p-5">
      <h2 id="replies" className="font-semibold">
        {t('title')}
      </h2>
      <ol className="grid gap-4">
        {replies.map((reply) => (
          <Reply key={reply.id} reply={reply} isAnother={reply.kind === 'listReply' && reply !== firstTap} />
        ))}
      </ol>
    </Card>
  )
}

function Reply({ reply, isAnother }: { reply: ReplyView; isAnother: boolean }) {
  const t = useTranslations('sends.replies')
  const { when } = useWhen()
  const { kind, type, at, rowId, title, description, text, linkedBy } = reply
  const isTap = kind === 'listReply'
  const did = isTap ? t(isAnother ? 'choseAgain' : 'chose') : kind === 'text' ? t('wrote') : t('sent', { type })
  return (
    <li className="flex gap-3">
      <span className="mt-0.5 [&_svg]:size-[1.15rem]">
        <RepliedIcon />
      </span>
      <div className="grid min-w-0 flex-1 gap-1">
        <p className="flex flex-wrap items-baseline justify-between gap-x-3">
          <span className="text-[0.8667rem] text-muted">{did}</span>
          <time dateTime={at} className="text-[0.8667rem] text-muted tabular-nums">
            {when(at)}
          </time>
        </p>
        {isTap ? (
          <p className="[overflow-wrap:anywhere]">
            <span className="font-medium">{title ?? rowId}</span>
            {description && <span className="block text-muted">{description}</span>}
          </p>
        ) : (
          text && <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{text}</p>
        )}
        {isTap && rowId && (
          <p className="text-[0.8667rem] text-muted">
            {t('rowId')} <code className="font-mono text-[0.8rem] [overflow-wrap:anywhere]">{rowId}</code>
          </p>
        )}
        {linkedBy === 'person' && <p className="text-[0.8667rem] text-pretty text-muted">{t('byPerson')}</p>}
      </div>
    </li>
  )
}
