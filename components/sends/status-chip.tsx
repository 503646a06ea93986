import {
  Ban,
  Check,
  CheckCheck,
  CircleCheck,
  CircleQuestionMark,
  CircleX,
  Clock,
  LoaderCircle,
  type LucideIcon,
  MessageSquareReply,
  SkipForward,
} from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Badge, type Tone } from '@/components/ui/badge'
import { DELIVERY_STATUSES, type DeliveryStatus, type StatusCounts } from '@/lib/domain/delivery-status'
import { type ShownStatus, toShownStatus } from '@/lib/domain/shown-status'

export const STATUS_LOOKS: Record<ShownStatus, { tone: Tone; Icon: LucideIcon }> = {
  queued: { tone: 'neutral', Icon: Clock },
  sending: { tone: 'info', Icon: LoaderCircle },
  accepted: { tone: 'success', Icon: CircleCheck },
  sent: { tone: 'success', Icon: Check },
  delivered: { tone: 'success', Icon: CheckCheck },
  read: { tone: 'info', Icon: CheckCheck },
  failed: { tone: 'danger', Icon: CircleX },
  skipped: { tone: 'neutral', Icon: SkipForward },
  canceled: { tone: 'neutral', Icon: Ban },
  unconfirmed: { tone: 'warning', Icon: CircleQuestionMark },
}

const INKS: Record<Tone, string> = {
  neutral: 'text-muted',
  accent: 'text-accent',
  info: 'text-info',
  success: 'text-success',
  warning: 'text-warning',
  danger: 'text-danger',
}

/** The icon alone, for where the word stands beside it. */
export function StatusIcon({ status }: { status: ShownStatus }) {
  const { tone, Icon } = STATUS_LOOKS[status]
  return <Icon aria-hidden className={INKS[tone]} />
}

/** To answer is no status: it has its own sign wherever it stands beside them. */
export const REPLIED_LOOK = { tone: 'accent', Icon: MessageSquareReply } as const

export const RepliedIcon = () => <REPLIED_LOOK.Icon aria-hidden className={INKS[REPLIED_LOOK.tone]} />

/** A status as icon, word and colour; with a count where it speaks for several people. */
export function StatusChip({ status, count }: { status: DeliveryStatus; count?: number }) {
  const t = useTranslations('status')
  const { tone, Icon } = STATUS_LOOKS[toShownStatus(status)]
  const word = t(status)
  return (
    <Badge tone={tone} icon={<Icon aria-hidden className={status === 'sending' ? 'animate-spin' : undefined} />}>
      {count === undefined ? word : t('counted', { status: word, count })}
    </Badge>
  )
}

/** Who stands where, in the order of the rungs; queued and leased are one word. */
export function toShownCounts(counts: StatusCounts): [ShownStatus, number][] {
  const shown = new Map<ShownStatus, number>()
  for (const status of DELIVERY_STATUSES) {
    const count = counts[status] ?? 0
    if (count > 0) shown.set(toShownStatus(status), (shown.get(toShownStatus(status)) ?? 0) + count)
  }
  return [...shown]
}

export function StatusCountChips({ counts, total }: { counts: StatusCounts; total: number }) {
  return (
    <span className="flex flex-wrap gap-1.5">
      {toShownCounts(counts).map(([status, count]) => (
        <StatusChip key={status} status={status} count={total > 1 ? count : undefined} />
      ))}
    </span>
  )
}
