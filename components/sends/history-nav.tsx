import { MessageSquareText, Send } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'

/** The two floors of the history: each Send, and each of its messages. */
export function HistoryNav({ here }: { here: '/sends' | '/messages' }) {
  const t = useTranslations('messages')
  const places = [
    { href: '/sends', label: t('sends'), Icon: Send },
    { href: '/messages', label: t('title'), Icon: MessageSquareText },
  ]
  return (
    <nav aria-label={t('places')} className="flex gap-1 self-start justify-self-start rounded-lg bg-sunken p-1">
      {places.map(({ href, label, Icon }) => (
        <Link
          key={href}
          href={href}
          aria-current={here === href ? 'page' : undefined}
          className={cn(
            'inline-flex h-7.5 items-center gap-1.5 rounded-md px-3 text-[0.8667rem] font-medium transition-colors',
            here === href ? 'bg-surface text-text shadow-card' : 'text-muted hover:text-text',
          )}
        >
          <Icon aria-hidden className="size-4" />
          {label}
        </Link>
      ))}
    </nav>
  )
}
