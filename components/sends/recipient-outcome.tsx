'use client'

import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import { CopyButton } from '@/components/ui/copy-button'
import type { GatewayKind } from '@/lib/domain/gateway'
import type { RecipientView } from '@/lib/domain/send-view'
import { toShownStatus } from '@/lib/domain/shown-status'
import { useOutcomeWords } from './outcome-words'
import { STATUS_LOOKS, StatusChip } from './status-chip'
import { useWhen } from './when'

const BOXES = {
  neutral: 'bg-sunken',
  accent: 'bg-accent-soft',
  info: 'bg-info-soft',
  success: 'bg-success-soft',
  warning: 'bg-warning-soft',
  danger: 'bg-danger-soft',
} as const

/** Where one person's message stands, what that means, and what to do. */
export function RecipientOutcome({ recipient, gateway }: { recipient: RecipientView; gateway: GatewayKind }) {
  const t = useTranslations('send')
  const { time } = useWhen()
  const { title, text } = useOutcomeWords()(recipient, gateway)
  const waits =
    recipient.status === 'queued' && Date.parse(recipient.notBefore) - Date.parse(recipient.createdAt) > 1_000
  const said = providerWords(recipient)
  return (
    <div className={cn('grid gap-2 rounded-xl px-4 py-3.5', BOXES[STATUS_LOOKS[toShownStatus(recipient.status)].tone])}>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-base font-semibold">{title}</p>
        <span className="inline-flex rounded-full bg-surface">
          <StatusChip status={recipient.status} />
        </span>
      </div>
      <p>{text}</p>
      {waits && <p>{t('outcome.waiting', { time: time(recipient.notBefore, true) })}</p>}
      {(recipient.errorCode !== null || said) && (
        <p className="text-[0.8667rem] text-muted [overflow-wrap:anywhere]">
          {[
            recipient.errorCode !== null && t('outcome.code', { code: String(recipient.errorCode) }),
            // Of a failure that was told later, the answer's status says nothing.
            recipient.httpStatus !== null &&
              !recipient.failedAt &&
              t('outcome.httpStatus', { status: String(recipient.httpStatus) }),
            said,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      {recipient.wamid && (
        <div className="flex flex-wrap items-end justify-between gap-2 border-t border-text/10 pt-2.5">
          <dl className="min-w-0 flex-1 text-[0.8667rem]">
            <dt className="text-muted">{t('outcome.wamid')}</dt>
            <dd className="font-mono [overflow-wrap:anywhere]">{recipient.wamid}</dd>
          </dl>
          <CopyButton text={recipient.wamid} label={t('outcome.copyWamid')} copiedLabel={t('copied')} />
        </div>
      )}
    </div>
  )
}

/** Title and details without the code that stands before them already, and once where both say the same. */
function providerWords({ errorTitle, errorDetails }: RecipientView): string {
  const title = errorTitle?.replace(/^\(#\d+\)\s*/, '') ?? ''
  const plain = (text: string) => text.replace(/\W/g, '').toLowerCase()
  return [title, plain(errorDetails ?? '') === plain(title) ? '' : errorDetails].filter(Boolean).join(' · ')
}
