'use client'

import { ArrowUpDown, Hash, type LucideIcon, Minus, PencilLine, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import { changedPart } from '@/lib/domain/changed-part'
import type { DraftChange } from '@/lib/domain/draft-diff'
import { useChangeSentence } from './change-words'

type Look = { Icon: LucideIcon; tone: string }
const CAME: Look = { Icon: Plus, tone: 'bg-success-soft text-success' }
const WENT: Look = { Icon: Minus, tone: 'bg-danger-soft text-danger' }
const MOVED: Look = { Icon: ArrowUpDown, tone: 'bg-info-soft text-info' }
const WRITTEN: Look = { Icon: PencilLine, tone: 'bg-warning-soft text-warning' }

function lookOf(change: DraftChange): Look {
  if ('how' in change && change.how !== 'changed') return change.how === 'added' ? CAME : WENT
  switch (change.kind) {
    case 'sectionAdded':
    case 'rowAdded':
      return CAME
    case 'sectionRemoved':
    case 'rowRemoved':
      return WENT
    case 'sectionMoved':
    case 'rowMoved':
    case 'rowMovedTo':
      return MOVED
    case 'rowId':
      return { Icon: Hash, tone: WRITTEN.tone }
    default:
      return WRITTEN
  }
}

type ChangeListProps = { changes: DraftChange[]; chosen: number; onChoose: (index: number) => void }

/** Every change between two versions; the chosen one is marked on both phones. */
export function ChangeList({ changes, chosen, onChoose }: ChangeListProps) {
  const t = useTranslations('versions')
  const sentence = useChangeSentence()
  return (
    <ol aria-label={t('changesList')} className="grid items-start gap-0.5 @xl:grid-cols-2 @xl:gap-x-6 @4xl:grid-cols-1">
      {changes.map((change, i) => {
        const { Icon, tone } = lookOf(change)
        return (
          <li key={`${change.kind} ${change.before?.join('.')} ${change.after?.join('.')}`}>
            <button
              type="button"
              aria-pressed={i === chosen}
              onClick={() => onChoose(i)}
              className="grid w-full grid-cols-[auto_minmax(0,1fr)] gap-x-2.5 rounded-lg px-2 py-2 text-left transition-colors hover:bg-hover aria-pressed:bg-accent-soft"
            >
              <span className={cn('grid size-6 place-items-center rounded-full [&_svg]:size-3.5', tone)}>
                <Icon aria-hidden />
              </span>
              <span className="grid min-w-0 gap-1 pt-0.5 [overflow-wrap:anywhere]">
                <span>{sentence(change)}</span>
                {'how' in change && change.how === 'changed' && <Texts from={change.from} to={change.to} />}
              </span>
            </button>
          </li>
        )
      })}
    </ol>
  )
}

function Texts({ from, to }: { from: string; to: string }) {
  const t = useTranslations('versions')
  const part = changedPart(from, to)
  return (
    <span className="grid gap-1 text-[0.8667rem] leading-snug">
      <span className="line-clamp-3 text-muted">
        <span className="sr-only">{t('was')} </span>
        <del className="whitespace-pre-wrap decoration-danger/60">{part.from}</del>
      </span>
      <span className="line-clamp-3">
        <span className="sr-only">{t('is')} </span>
        <ins className="whitespace-pre-wrap no-underline">{part.to}</ins>
      </span>
    </span>
  )
}
