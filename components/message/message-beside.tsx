'use client'

import { ChevronLeft, ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { buttonClass } from '@/components/ui/button'
import type { MessageDetail } from '@/lib/domain/message-detail'

/** To the messages before and after in the Send's list of people, by Alt and an arrow as well. */
export function MessageBeside({ previous, next }: MessageDetail['beside']) {
  const t = useTranslations('message')
  const router = useRouter()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
      const to = event.key === 'ArrowUp' ? previous : event.key === 'ArrowDown' ? next : null
      if (!to) return
      event.preventDefault()
      router.push(`/messages/${to}`)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [previous, next, router])
  if (!previous && !next) return null
  return (
    <nav aria-label={t('beside')} className="flex gap-1.5">
      {previous && (
        <Link
          href={`/messages/${previous}`}
          prefetch={false}
          aria-keyshortcuts="Alt+ArrowUp"
          title="Alt ↑"
          className={buttonClass('quiet', 'sm')}
        >
          <ChevronLeft aria-hidden />
          {t('previous')}
        </Link>
      )}
      {next && (
        <Link
          href={`/messages/${next}`}
          prefetch={false}
          aria-keyshortcuts="Alt+ArrowDown"
          title="Alt ↓"
          className={buttonClass('quiet', 'sm')}
        >
          {t('next')}
          <ChevronRight aria-hidden />
        </Link>
      )}
    </nav>
  )
}
