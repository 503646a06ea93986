'use client'

import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { providerErrorKey } from '@/lib/domain/provider-error'
import type { SendView, TroubleGroup } from '@/lib/domain/send-view'
import { PeopleLink } from './people-link'
import { useTroubles } from './send-reads'
import { StatusIcon } from './status-chip'

const keyOf = (group: TroubleGroup) => `${group.status} ${group.status === 'failed' ? group.code : group.why}`

/** Why messages failed, stayed uncertain or were left out: in words, with what to do and the people behind it. */
export function SendTroubles({ send }: { send: SendView }) {
  const t = useTranslations('sends.live')
  const { data: groups } = useTroubles(send)
  if (!groups || groups.length === 0) return null
  return (
    <Card aria-labelledby="troubles" className="grid gap-1 p-5">
      <h2 id="troubles" className="font-semibold">
        {t('troubles')}
      </h2>
      <ul className="divide-y">
        {groups.map((group) => (
          <Trouble key={keyOf(group)} send={send} group={group} />
        ))}
      </ul>
    </Card>
  )
}

function Trouble({ send, group }: { send: SendView; group: TroubleGroup }) {
  const t = useTranslations('sends.live')
  const errors = useTranslations('providerErrors')
  const unknown = useTranslations('unknownWhy')
  const words = () => {
    if (group.status === 'failed') {
      const key = providerErrorKey(group.code)
      return { title: errors(`${key}.title`), whatToDo: errors(`${key}.whatToDo`) }
    }
    if (group.status === 'unconfirmed') {
      const why = group.why ?? 'timeout'
      return { title: unknown(`${why}.title`), whatToDo: unknown(`${why}.whatToDo`) }
    }
    const why = group.why ?? 'other'
    return { title: t(`skippedWhys.${why}.title`), whatToDo: t(`skippedWhys.${why}.whatToDo`) }
  }
  const { title, whatToDo } = words()
  const code = group.status === 'failed' ? group.code : null
  const people = t('troublePeople', { count: group.count })
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-1.5 py-3.5 last:pb-0">
      <span className="mt-0.5 [&_svg]:size-[1.15rem]">
        <StatusIcon status={group.status} />
      </span>
      <div className="grid min-w-0 flex-1 basis-64 gap-0.5">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
          {title}
          {group.status === 'failed' && (
            <Badge>{code === null ? t('noCode') : t('troubleCode', { code: String(code) })}</Badge>
          )}
        </p>
        <p className="text-pretty text-[0.9333rem] text-muted">{whatToDo}</p>
      </div>
      <PeopleLink
        sendId={send.id}
        to={{ group: group.status, ...(code !== null && { code }) }}
        aria-label={`${people}: ${title}`}
        className="inline-flex min-h-8 items-center font-medium text-accent underline decoration-accent/40 underline-offset-4 tabular-nums hover:decoration-accent max-sm:ml-8.5"
      >
        {people}
      </PeopleLink>
    </li>
  )
}
