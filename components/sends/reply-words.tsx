'use client'

import { useTranslations } from 'next-intl'
import type { RecipientSummary } from '@/lib/domain/send-view'
import { RepliedIcon } from './status-chip'

/** What somebody answered, in one line: the row as it was called, or their own words. */
export function ReplyWords({ reply }: { reply: RecipientSummary['reply'] }) {
  const t = useTranslations('sends.live')
  if (!reply) return null
  const words = reply.kind === 'listReply' ? reply.title : reply.text && t('typed', { text: reply.text })
  return (
    <span className="flex min-w-0 basis-2/5 items-center gap-1.5 text-[0.9333rem] max-sm:order-last max-sm:basis-full [&_svg]:size-3.5 [&_svg]:shrink-0">
      <RepliedIcon />
      <span className="sr-only">{t('replyIs')}</span>
      <span className="truncate">{words || t('replyOther')}</span>
    </span>
  )
}
