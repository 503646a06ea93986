'use client'

import { useFormatter, useNow, useTranslations } from 'next-intl'
import { useId, useRef } from 'react'
import { useWhen } from '@/components/sends/when'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import type { ShareLinkView } from '@/lib/domain/share-link'

type ShareLinkListProps = {
  title: string
  links: ShareLinkView[] | undefined
  isUnread: boolean
  onReread: () => void
  onRevoke: (id: string) => Promise<void>
}

/** The links that were made, what has become of them, and the way to end those that still work. */
export function ShareLinkList({ title, links, isUnread, onReread, onRevoke }: ShareLinkListProps) {
  const t = useTranslations('share')
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  return (
    <section aria-labelledby={id} className="grid gap-2">
      <h3 id={id} ref={heading} tabIndex={-1} className="text-[0.8667rem] font-medium outline-none">
        {title}
      </h3>
      {isUnread && !links && (
        <p className="flex flex-wrap items-center gap-2 text-muted">
          {t('unread')}
          <Button variant="link" onClick={onReread}>
            {t('again')}
          </Button>
        </p>
      )}
      {!links && !isUnread && <Skeleton className="h-14 w-full" />}
      {links?.length === 0 && <p className="text-muted">{t('none')}</p>}
      {links && links.length > 0 && (
        <ul className="divide-y rounded-xl border">
          {links.map((link) => (
            <Item
              key={link.id}
              link={link}
              onRevoke={() => {
                // The button goes with what it ends.
                heading.current?.focus()
                void onRevoke(link.id)
              }}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

function Item({ link, onRevoke }: { link: ShareLinkView; onRevoke: () => void }) {
  const t = useTranslations('share')
  const { when } = useWhen()
  const format = useFormatter()
  const now = useNow({ updateInterval: 60_000 })
  const words = link.words || t('wordless')
  const ends = {
    live: t('expires', { when: when(link.expiresAt), soon: format.relativeTime(new Date(link.expiresAt), now) }),
    expired: t('expired', { when: when(link.expiresAt) }),
    revoked: t('revoked', { when: when(link.revokedAt ?? link.expiresAt) }),
  }
  const created = { when: when(link.createdAt) }
  return (
    <li className="flex items-start gap-3 px-3.5 py-2.5">
      <div className="grid min-w-0 flex-1 gap-0.5">
        <p className="flex min-w-0 items-center gap-2">
          <span className="truncate font-medium">{words}</span>
          {link.state !== 'live' && <Badge>{t(`states.${link.state}`)}</Badge>}
        </p>
        <p className="text-[0.8667rem] text-muted">{ends[link.state]}</p>
        <p className="text-[0.8667rem] text-muted">
          {t('views', { count: link.viewCount })}
          {link.lastViewedAt && `, ${t('lastView', { when: when(link.lastViewedAt) })}`}
        </p>
        <p className="text-[0.8667rem] text-muted">
          {link.createdBy ? t('createdBy', { name: link.createdBy.name, ...created }) : t('created', created)}
        </p>
      </div>
      {link.state === 'live' && (
        <Button size="sm" aria-label={t('revokeOf', { words, when: when(link.createdAt) })} onClick={onRevoke}>
          {t('revoke')}
        </Button>
      )}
    </li>
  )
}
