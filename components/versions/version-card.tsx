'use client'

import { GitCompareArrows, History, MoreVertical, PenLine, RotateCcw, TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useMoment } from '@/components/editor/moment'
import { Badge } from '@/components/ui/badge'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/components/ui/menu'
import type { VersionSummary } from '@/lib/domain/template-version'
import { useChangeSummary } from './change-words'

type VersionCardProps = {
  templateId: string
  version: VersionSummary
  isNewest: boolean
  /** Whether it is compared with the one before it now. */
  isShown: boolean
  onSee: () => void
  onCompareNow: () => void
  onRestore: () => void
}

/** One version: who, when, and what it changed. Pressed, it is compared with the one before it. */
export function VersionCard({ templateId, version, isNewest, isShown, onSee, ...actions }: VersionCardProps) {
  const t = useTranslations('versions')
  const moment = useMoment()
  const summary = useChangeSummary()
  const { version: number, savedAt, savedBy, restoredFrom, changedSentRowIds, changes } = version
  const said = changes ? summary(changes) : t(number === 1 ? 'first' : 'noneBefore')
  return (
    <li className="relative flex items-start gap-1 rounded-xl border bg-surface py-3 pr-1.5 pl-4 shadow-card transition-shadow hover:shadow-float has-[[data-see]:focus-visible]:outline-2 has-[[data-see]:focus-visible]:outline-offset-2 has-[[data-see]:focus-visible]:outline-accent has-[[data-see][aria-current]]:border-accent">
      <div className="grid min-w-0 flex-1 gap-1 [overflow-wrap:anywhere]">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <h3 className="font-semibold">
            <button
              type="button"
              data-see
              aria-label={changes || isNewest ? t('see', { version: number }) : t('seeToday', { version: number })}
              aria-current={isShown || undefined}
              onClick={onSee}
              className="outline-none after:absolute after:inset-0 after:rounded-xl"
            >
              {t('version', { version: number })}
            </button>
          </h3>
          {isNewest && <Badge tone="accent">{t('current')}</Badge>}
        </div>
        <p className="text-[0.8667rem] text-muted" suppressHydrationWarning>
          {t('by', { name: savedBy?.name ?? t('someone'), when: moment.inSentence(savedAt) })}
        </p>
        <p>{said}</p>
        {restoredFrom !== null && (
          <p className="flex items-start gap-1.5 text-[0.8667rem] text-muted">
            <History aria-hidden className="mt-[0.2rem] size-3.5 shrink-0" />
            {t('restoredFrom', { version: restoredFrom })}
          </p>
        )}
        {changedSentRowIds.length > 0 && (
          <p className="flex items-start gap-1.5 text-[0.8667rem] text-warning">
            <TriangleAlert aria-hidden className="mt-[0.2rem] size-3.5 shrink-0" />
            {t('sentIds', { count: changedSentRowIds.length, ids: changedSentRowIds.join(', ') })}
          </p>
        )}
      </div>
      <VersionMenu templateId={templateId} number={number} isNewest={isNewest} {...actions} />
    </li>
  )
}

type VersionMenuProps = Pick<VersionCardProps, 'templateId' | 'isNewest' | 'onCompareNow' | 'onRestore'> & {
  number: number
}

function VersionMenu({ templateId, number, isNewest, onCompareNow, onRestore }: VersionMenuProps) {
  const t = useTranslations('versions')
  return (
    <Menu>
      <MenuTrigger asChild>
        <IconButton
          label={t('actions', { version: number })}
          icon={<MoreVertical aria-hidden />}
          className="relative z-10 -mt-1"
        />
      </MenuTrigger>
      <MenuContent align="end">
        {!isNewest && (
          <>
            <MenuItem onSelect={onRestore}>
              <RotateCcw aria-hidden />
              {t('restore')}
            </MenuItem>
            <MenuItem onSelect={onCompareNow}>
              <GitCompareArrows aria-hidden />
              {t('compareNow')}
            </MenuItem>
          </>
        )}
        <MenuItem asChild>
          <Link href={`/compose?template=${templateId}&version=${number}`}>
            <PenLine aria-hidden />
            {t('openCopy')}
          </Link>
        </MenuItem>
      </MenuContent>
    </Menu>
  )
}
