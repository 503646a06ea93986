import {
  Ban,
  CalendarClock,
  CircleCheck,
  LoaderCircle,
  type LucideIcon,
  Pause,
  TestTubeDiagonal,
  Users,
} from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Badge, type Tone } from '@/components/ui/badge'
import type { PausedWhy, SendState } from '@/lib/domain/send-state'

export const STATE_LOOKS: Record<SendState, { tone: Tone; Icon: LucideIcon }> = {
  preparing: { tone: 'info', Icon: Users },
  scheduled: { tone: 'accent', Icon: CalendarClock },
  running: { tone: 'info', Icon: LoaderCircle },
  paused: { tone: 'warning', Icon: Pause },
  canceled: { tone: 'neutral', Icon: Ban },
  finished: { tone: 'success', Icon: CircleCheck },
}

/** What a Send as a whole is doing, as icon, word and colour. */
export function SendStateChip({ state, why }: { state: SendState; why?: PausedWhy | null }) {
  const t = useTranslations('sends.live')
  const { tone, Icon } = STATE_LOOKS[state]
  return (
    <Badge tone={tone} icon={<Icon aria-hidden className={state === 'running' ? 'animate-spin' : undefined} />}>
      {state === 'paused' && why && why !== 'person' ? t(`pausedBy.${why}`) : t(`states.${state}`)}
    </Badge>
  )
}

/** On what was sent to the testers alone. */
export function TestSendMark() {
  const t = useTranslations('sends.live')
  return (
    <span title={t('testMarkHint')} className="inline-flex shrink-0">
      <Badge tone="accent" icon={<TestTubeDiagonal aria-hidden />}>
        {t('testMark')}
      </Badge>
    </span>
  )
}
