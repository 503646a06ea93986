'use client'

import { CheckCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { cn } from '@/components/ui/cn'
import { CUT_LINES } from '@/lib/domain/phone-cuts'
import { Bubble, TICKS_SPACE } from './bubble'
import { CutText } from './cut-text'
import { Ghost } from './ghost'

type ReplyBubbleProps = {
  title: string
  description: string
  /** The message that is answered: its sender, and its text without marks; null where the answer quotes nothing. */
  quotedName: string
  quotedText: string | null
  time: string
}

/** The customer's answer: the chosen row, quoting the list it was chosen from. */
export const ReplyBubble = memo(function ReplyBubble({
  title,
  description,
  quotedName,
  quotedText,
  time,
}: ReplyBubbleProps) {
  const t = useTranslations('phone')
  const hasDescription = description.trim() !== ''
  return (
    <Bubble side="sent" className={cn('phone-reply max-w-(--phone-bubble) p-1', quotedText !== null && 'min-w-[55%]')}>
      {quotedText !== null && (
        <div className="overflow-hidden rounded-md border-l-4 border-(--phone-action) bg-(--phone-quote) px-2 py-1 text-(length:--phone-fs-small) leading-snug">
          <div className="truncate font-semibold text-(--phone-quote-name)">{quotedName}</div>
          <div className="text-(--phone-soft-on-sent)">
            <CutText text={quotedText} lines={CUT_LINES.quote} />
          </div>
        </div>
      )}
      <div className="px-1.5 pt-1 pb-1 text-(length:--phone-fs-body) leading-[1.35]">
        <div className="whitespace-pre-wrap">
          {title.trim() ? title : <Ghost>{t('row')}</Ghost>}
          {!hasDescription && TICKS_SPACE}
        </div>
        {hasDescription && (
          <div className="text-(length:--phone-fs-small) text-(--phone-soft-on-sent)">
            {description}
            {TICKS_SPACE}
          </div>
        )}
      </div>
      <span className="absolute right-2 bottom-1 flex items-center gap-1 text-(length:--phone-fs-time) text-(--phone-soft-on-sent)">
        {time}
        <CheckCheck className="size-[15px] text-(--phone-ticks)" aria-hidden />
      </span>
    </Bubble>
  )
})
