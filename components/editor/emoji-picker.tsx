'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import type { EmojiSet } from '@/lib/domain/emoji'
import { EmojiBoard } from './emoji-board'
import { loadEmoji } from './emoji-store'
import { FieldPopover, type FieldTool } from './field-popover'

/** All emoji, beside the field that asks for one. */
export function EmojiPicker({ onPick, ...popover }: FieldTool) {
  const t = useTranslations('emoji')
  const { set, hasFailed, retry } = useEmojiSet()
  return (
    <FieldPopover {...popover} label={t('title')} className="h-92 w-[19.5rem] overflow-hidden p-0!">
      {set ? (
        <EmojiBoard set={set} onPick={onPick} />
      ) : hasFailed ? (
        <div role="alert" className="grid gap-3 p-4">
          <p>{t('failed')}</p>
          <Button size="sm" className="justify-self-start" variant="secondary" onClick={retry}>
            {t('retry')}
          </Button>
        </div>
      ) : (
        <div role="status" aria-label={t('loading')} className="grid gap-2 p-2">
          <Skeleton className="h-9" />
          <Skeleton className="h-8" />
          <Skeleton className="h-60" />
        </div>
      )}
    </FieldPopover>
  )
}

function useEmojiSet() {
  const locale = useLocale()
  const [set, setSet] = useState<EmojiSet | null>(null)
  const [tries, setTries] = useState(0)
  const [failed, setFailed] = useState<number | null>(null)
  useEffect(() => {
    let isWanted = true
    loadEmoji(locale).then(
      (loaded) => isWanted && setSet(loaded),
      () => isWanted && setFailed(tries),
    )
    return () => {
      isWanted = false
    }
  }, [locale, tries])
  return { set, hasFailed: failed === tries, retry: () => setTries(tries + 1) }
}
