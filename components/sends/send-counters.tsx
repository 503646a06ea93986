'use client'

import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import { countOf, type PeopleGroup, type StatusGroup } from '@/lib/domain/people-group'
import type { SendView } from '@/lib/domain/send-view'
import { PeopleLink } from './people-link'
import { RepliedIcon, StatusIcon } from './status-chip'

const MAIN = ['accepted', 'delivered', 'read', 'replied', 'failed'] as const satisfies PeopleGroup[]
const REST = ['queued', 'sending', 'unconfirmed', 'skipped', 'canceled'] as const satisfies StatusGroup[]

/** The Send in numbers, each leading to the people behind it. */
export function SendCounters({ send, shown }: { send: SendView; shown: PeopleGroup | null }) {
  const t = useTranslations('sends.live')
  const count = (group: PeopleGroup | null) => {
    if (!group) return send.recipientCount
    return group === 'replied' ? send.replied : countOf(send.counts, group)
  }
  const rest = REST.filter((group) => countOf(send.counts, group) > 0)
  return (
    <nav aria-label={t('counters')} className="grid gap-2">
      <ul className="grid grid-cols-2 gap-2 sm:grid-cols-3 xl:grid-cols-6">
        {([null, ...MAIN] as const).map((group) => (
          <li key={group ?? 'all'} className="grid">
            <PeopleLink
              sendId={send.id}
              to={group ? { group } : {}}
              aria-current={shown === group ? 'true' : undefined}
              title={group && group !== 'failed' ? t(`groupHints.${group}`) : undefined}
              className={cn(
                'grid content-start gap-0.5 rounded-lg border px-3.5 py-2.5 transition-colors hover:bg-hover',
                shown === group && 'border-accent bg-accent-soft hover:bg-accent-soft',
              )}
            >
              <span className="flex items-center gap-1.5 text-[0.8667rem] text-muted [&_svg]:size-3.5">
                {group && (group === 'replied' ? <RepliedIcon /> : <StatusIcon status={group} />)}
                {t(`groups.${group ?? 'all'}`)}
              </span>
              <span className="flex flex-wrap items-baseline gap-x-2">
                <span
                  className={cn(
                    'text-[1.3333rem] leading-tight font-semibold tracking-tight tabular-nums',
                    group === 'failed' && count(group) > 0 && 'text-danger',
                  )}
                >
                  {t('number', { count: count(group) })}
                </span>
                {group && send.recipientCount > 0 && count(group) > 0 && (
                  <span className="text-[0.8rem] text-muted tabular-nums">
                    {t('share', { share: count(group) / send.recipientCount })}
                  </span>
                )}
              </span>
            </PeopleLink>
          </li>
        ))}
      </ul>
      {rest.length > 0 && (
        <ul className="flex flex-wrap gap-1.5">
          {rest.map((group) => (
            <li key={group}>
              <PeopleLink
                sendId={send.id}
                to={{ group }}
                aria-current={shown === group ? 'true' : undefined}
                className={cn(
                  'inline-flex min-h-8 items-center gap-1.5 rounded-full border px-3 text-[0.8667rem] transition-colors hover:bg-hover [&_svg]:size-3.5',
                  shown === group && 'border-accent bg-accent-soft hover:bg-accent-soft',
                )}
              >
                <StatusIcon status={group} />
                {t(`groups.${group}`)}
                <span className="font-semibold tabular-nums">{t('number', { count: count(group) })}</span>
              </PeopleLink>
            </li>
          ))}
        </ul>
      )}
    </nav>
  )
}
