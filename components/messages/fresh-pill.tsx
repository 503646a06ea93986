'use client'

import { ArrowUp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { MessagesShown } from './message-pages'

type FreshPillProps = Pick<MessagesShown, 'fresh' | 'hasLeft'> & { isBusy: boolean; onRenew: () => void }

/** Over the list: what has come in since it was read, and how to see it. Nothing moves until then. */
export function FreshPill({ fresh, hasLeft, isBusy, onRenew }: FreshPillProps) {
  const t = useTranslations('messages')
  const hasNew = fresh.count > 0
  const isShown = hasNew || hasLeft
  return (
    <div
      role="status"
      className="pointer-events-none sticky top-3 z-20 flex h-0 justify-center md:absolute md:inset-x-0 md:top-11"
    >
      {isShown && (
        <Button
          variant="primary"
          size="sm"
          busy={isBusy}
          onClick={onRenew}
          className="pointer-events-auto animate-rise rounded-full! shadow-float"
        >
          {!isBusy && <ArrowUp aria-hidden />}
          {hasNew ? t(fresh.isMore ? 'freshMore' : 'fresh', { count: fresh.count }) : t('changed')}
        </Button>
      )}
    </div>
  )
}
