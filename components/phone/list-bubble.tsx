'use client'

import { List } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { memo, type RefObject } from 'react'
import { cn } from '@/components/ui/cn'
import { CUT_LINES } from '@/lib/domain/phone-cuts'
import { BodyText } from './body-text'
import { Bubble, TIME_SPACE } from './bubble'
import { CutText } from './cut-text'
import { Ghost } from './ghost'

type ListBubbleProps = {
  header: string
  body: string
  footer: string
  button: string
  time: string
  interactive: boolean
  /** The part that is being edited: 'header', 'body', 'footer', 'button' or 'sections'. */
  highlight: string | null
  onOpen: () => void
  buttonRef: RefObject<HTMLButtonElement | null>
}

const MARKED = 'rounded-[3px] bg-(--phone-mark) shadow-[0_0_0_3px_var(--phone-mark)]'

/** The list message as it arrives: what is read, and the button behind which the rows are. */
export const ListBubble = memo(function ListBubble({
  header,
  body,
  footer,
  button,
  time,
  interactive,
  highlight,
  onOpen,
  buttonRef,
}: ListBubbleProps) {
  const t = useTranslations('phone')
  // Header and footer may be left out for good: their places show only where nothing is written at all.
  const isBlank = ![header, body, footer, button].some((text) => text.trim())
  const hasFooter = isBlank || footer.trim() !== ''
  const mark = (part: string) => highlight === part && MARKED
  const buttonClass = cn(
    'flex w-full items-center justify-center gap-2 px-3 py-2.5 text-(length:--phone-fs-body) font-medium text-(--phone-action)',
    (highlight === 'button' || highlight === 'sections') && 'bg-(--phone-mark)',
  )
  const buttonContent = (
    <>
      <List className="size-[18px] shrink-0" aria-hidden />
      <CutText text={button} lines={CUT_LINES.button} ghost={t('button')} />
    </>
  )
  return (
    <Bubble side="received" className="min-w-[66%] max-w-(--phone-bubble)">
      <div className="relative px-2.5 pt-1.5 pb-1.5">
        {(isBlank || header.trim()) && (
          <div className={cn('mb-1 text-(length:--phone-fs-header) leading-snug font-semibold', mark('header'))}>
            <CutText text={header} lines={CUT_LINES.header} ghost={t('header')} />
          </div>
        )}
        <div className={cn('text-(length:--phone-fs-body) leading-[1.35]', mark('body'))}>
          {body.trim() ? (
            <BodyText text={body} interactive={interactive} hasTime={!hasFooter} isOpen={highlight === 'body'} />
          ) : (
            <>
              <Ghost>{t('body')}</Ghost>
              {!hasFooter && TIME_SPACE}
            </>
          )}
        </div>
        {hasFooter && (
          <div className={cn('mt-1 text-(length:--phone-fs-small) leading-snug text-(--phone-soft)', mark('footer'))}>
            {footer.trim() ? footer : <Ghost>{t('footer')}</Ghost>}
            {TIME_SPACE}
          </div>
        )}
        <span className="absolute right-2.5 bottom-1 text-(length:--phone-fs-time) text-(--phone-soft)">{time}</span>
      </div>
      <div className="border-t border-(--phone-line)">
        {interactive ? (
          <button
            ref={buttonRef}
            type="button"
            aria-haspopup="dialog"
            onClick={onOpen}
            className={cn(buttonClass, 'rounded-b-(--phone-radius) hover:bg-(--phone-pressed)')}
          >
            {buttonContent}
          </button>
        ) : (
          <div className={buttonClass}>{buttonContent}</div>
        )}
      </div>
    </Bubble>
  )
})
