import {
  ChevronRight,
  CircleCheck,
  CircleQuestionMark,
  CircleX,
  Hourglass,
  type LucideIcon,
  OctagonPause,
  Pause,
  Webhook,
} from 'lucide-react'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import { providerErrorKey } from '@/lib/domain/provider-error'
import type { Need } from '@/lib/domain/start-page'
import { StartCard } from './start-card'
import { useTimeLeft } from './use-time-left'

const LOOKS: Record<Need['kind'], { Icon: LucideIcon; tone: string }> = {
  stopped: { Icon: OctagonPause, tone: 'bg-danger-soft text-danger' },
  paused: { Icon: Pause, tone: 'bg-warning-soft text-warning' },
  closing: { Icon: Hourglass, tone: 'bg-warning-soft text-warning' },
  uncertain: { Icon: CircleQuestionMark, tone: 'bg-warning-soft text-warning' },
  failed: { Icon: CircleX, tone: 'bg-danger-soft text-danger' },
  noWebhooks: { Icon: Webhook, tone: 'bg-info-soft text-info' },
}

/** What waits for a person, each with the way to where it is mended. */
export function Needs({ needs, now }: { needs: Need[]; now: Date }) {
  const t = useTranslations('start.needs')
  return (
    <StartCard
      id="needs"
      title={t('title')}
      aside={
        needs.length > 0 && <span className="text-[0.8667rem] text-muted">{t('count', { count: needs.length })}</span>
      }
    >
      {needs.length === 0 ? (
        <p className="flex items-center gap-2.5 border-t px-4 py-3.5 text-muted">
          <CircleCheck aria-hidden className="size-4.5 shrink-0 text-success" />
          {t('none')}
        </p>
      ) : (
        <ul aria-labelledby="needs-title" className="divide-y border-t">
          {needs.map((need) => (
            <NeedLine key={`${need.kind}-${'sendId' in need ? need.sendId : ''}`} need={need} now={now} />
          ))}
        </ul>
      )}
    </StartCard>
  )
}

function NeedLine({ need, now }: { need: Need; now: Date }) {
  const t = useTranslations('start.needs')
  const { Icon, tone } = LOOKS[need.kind]
  const { title, text } = useWords(need, now)
  return (
    <li className="relative flex items-center gap-3 px-4 py-2.5 transition-colors focus-within:bg-hover hover:bg-hover">
      <span className={cn('grid size-8 shrink-0 place-items-center rounded-lg [&_svg]:size-4', tone)}>
        <Icon aria-hidden />
      </span>
      <div className="grid min-w-0 flex-1">
        {/* The link covers its whole line. */}
        <Link href={placeOf(need)} className="font-medium after:absolute after:inset-0 [overflow-wrap:anywhere]">
          {title}
        </Link>
        <span className="text-[0.8667rem] text-muted [overflow-wrap:anywhere]">{text}</span>
      </div>
      <span aria-hidden className="flex shrink-0 items-center gap-1 text-[0.8667rem] text-accent max-sm:hidden">
        {t(`mend.${need.kind}`)}
        <ChevronRight className="size-4" />
      </span>
    </li>
  )
}

/** Where it is mended. */
function placeOf(need: Need): string {
  switch (need.kind) {
    case 'stopped':
      return need.sendId ? `/sends/${need.sendId}` : '/settings#connection'
    case 'paused':
      return `/sends/${need.sendId}`
    case 'uncertain':
      return `/sends/${need.sendId}?people=unconfirmed#people`
    case 'failed':
      return `/sends/${need.sendId}?people=failed#people`
    case 'closing':
      return `/sends/new?${new URLSearchParams({ from: `send:${need.sendId}`, did: 'replied' })}`
    case 'noWebhooks':
      return '/settings#webhooks'
  }
}

function useWords(need: Need, now: Date): { title: ReactNode; text: ReactNode } {
  const t = useTranslations('start.needs')
  const errors = useTranslations('providerErrors')
  const format = useFormatter()
  const left = useTimeLeft()
  switch (need.kind) {
    case 'stopped':
      return { title: t('stopped'), text: `${errors(`${providerErrorKey(need.code)}.title`)} (${need.code})` }
    case 'paused':
      return {
        title: t('paused', { name: need.name }),
        text: t(`pausedBy.${need.why}`, { left: need.left, code: need.code ?? 0 }),
      }
    case 'uncertain':
      return { title: t('uncertain', { count: need.count }), text: t('uncertainText', { name: need.name }) }
    case 'failed':
      return { title: t('failed', { count: need.count }), text: t('failedText', { name: need.name }) }
    case 'closing':
      return {
        title: t('closing', { count: need.count }),
        text: t('closingText', {
          name: need.name,
          left: left(Date.parse(need.firstClosesAt) - now.getTime()),
        }),
      }
    case 'noWebhooks':
      return {
        title: t('noWebhooks'),
        text: t('noWebhooksText', {
          since: format.dateTime(new Date(need.since), { dateStyle: 'short', timeStyle: 'short' }),
        }),
      }
  }
}
