'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Skeleton } from '@/components/ui/skeleton'
import type { SendView } from '@/lib/domain/send-view'
import { countAtWork } from '@/lib/domain/send-view'
import { QUICK_MS } from './asking'
import { usePeopleFilter } from './people-filter-state'
import { PEOPLE_ID } from './people-link'
import { RecipientLines } from './recipient-list'
import { nextLookAt, useRecipients } from './send-reads'

/** The people of a Send, those of one number where asked by the address, in pages. */
export function SendPeople({ send }: { send: SendView }) {
  const t = useTranslations('sends.live')
  const one = useTranslations('sends.one')
  const more = useTranslations('sends')
  const { filter, show } = usePeopleFilter()
  const { group, code } = filter
  const atWork = send.state === 'preparing' || (send.state === 'running' && countAtWork(send.counts) > 0)
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useRecipients(
    send.id,
    filter,
    atWork ? 2 * QUICK_MS : nextLookAt(send, Date.now()),
  )
  const recipients = data?.pages.flatMap((page) => page.recipients)
  const title = group ? t('peopleOf', { group: t(`groups.${group}`) }) : t('people')
  return (
    <Card className="grid min-w-0 gap-3 p-5">
      <div className="flex min-h-8 flex-wrap items-center justify-between gap-2">
        <h2 id={PEOPLE_ID} tabIndex={-1} className="scroll-mt-6 font-semibold outline-offset-4">
          {code === undefined ? title : `${title}, ${t('peopleCode', { code: String(code) })}`}
        </h2>
        {(group || code !== undefined) && (
          <Button size="sm" variant="quiet" onClick={() => void show({})}>
            <X aria-hidden />
            {t('showAll')}
          </Button>
        )}
      </div>
      {!recipients && <Skeleton className="h-32 rounded-xl" />}
      {recipients?.length === 0 && <p className="py-4 text-center text-muted">{one('noneHere')}</p>}
      {recipients && recipients.length > 0 && <RecipientLines send={send} recipients={recipients} />}
      {hasNextPage && (
        <Button className="justify-self-center" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {more('more')}
        </Button>
      )}
    </Card>
  )
}
