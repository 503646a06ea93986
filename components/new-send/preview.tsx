'use client'

import { ChevronDown, ChevronLeft, ChevronRight } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { useWhen } from '@/components/sends/when'
import { cn } from '@/components/ui/cn'
import { IconButton } from '@/components/ui/icon-button'
import { Skeleton } from '@/components/ui/skeleton'
import type { ListDraft } from '@/lib/domain/list-draft'
import { formatPhone } from '@/lib/domain/phone-format'
import { fillDraft, fillText, VARIABLES } from '@/lib/domain/variables'
import type { PreviewPeople } from './use-preview-people'

const Phone = dynamic(() => import('@/components/phone/phone').then((module) => module.Phone), {
  ssr: false,
  loading: () => <Skeleton className="mx-auto h-(--phone-height) w-full max-w-[21.5rem] rounded-[44px]" />,
})

type PreviewProps = { draft: ListDraft | null; people: PreviewPeople; className?: string }

/** What one person of the list will see, one after the other. */
export function Preview({ draft, people, className }: PreviewProps) {
  const t = useTranslations('newSend.preview')
  const format = useFormatter()
  const { time } = useWhen()
  const [openedAt] = useState(() => new Date().toISOString())
  const [isShown, setShown] = useState(false)
  const { person, position, total } = people
  const filled =
    draft &&
    fillDraft(draft, (text) =>
      fillText(text, (name, fallback) =>
        person ? person.values[name]?.trim() || fallback : people.values[name]?.trim() || VARIABLES[name].sample,
      ),
    )
  const phone = person?.phone ? formatPhone(person.phone) : null
  const line = person && t('line', { line: person.line })
  const toldName = person && (person.name || phone || line)
  const toldPlace = [
    person?.name && phone,
    position !== null && total !== null
      ? t('position', { position: format.number(position), total: format.number(total) })
      : toldName !== line && line,
  ]
    .filter(Boolean)
    .join(' · ')
  return (
    <section aria-label={t('title')} className={cn('min-w-0', className)}>
      <button
        type="button"
        aria-expanded={isShown}
        aria-controls="preview"
        onClick={() => setShown(!isShown)}
        className="flex min-h-11 w-full items-center gap-2 rounded-xl border bg-surface px-4 font-medium shadow-card lg:hidden"
      >
        {t('title')}
        <ChevronDown aria-hidden className={cn('ml-auto size-4.5 transition-transform', isShown && 'rotate-180')} />
      </button>
      <div id="preview" className={cn('grid gap-3 max-lg:mt-3', !isShown && 'max-lg:hidden')}>
        <div className="mx-auto flex min-h-11 w-full max-w-[21.5rem] items-center gap-1">
          {person && (
            <IconButton
              label={t('previous')}
              icon={<ChevronLeft aria-hidden />}
              reason={people.back ? null : t('noPrevious')}
              onClick={() => people.back?.()}
            />
          )}
          <p aria-live="polite" className="grid min-w-0 flex-1 text-center">
            <span className="truncate font-medium">{toldName ?? t('sample')}</span>
            <span className="truncate text-[0.8667rem] text-muted tabular-nums">
              {person ? toldPlace : t('sampleText')}
            </span>
          </p>
          {person && (
            <IconButton
              label={t('next')}
              icon={<ChevronRight aria-hidden />}
              reason={people.forth ? null : t('noNext')}
              onClick={() => people.forth?.()}
            />
          )}
        </div>
        <div className="[--phone-height:clamp(24rem,calc(100dvh-15rem),38rem)]">
          {filled ? (
            <Phone message={filled} time={time(openedAt)} />
          ) : (
            <p className="mx-auto grid h-(--phone-height) w-full max-w-[21.5rem] place-items-center rounded-[44px] border border-dashed px-10 text-center text-muted">
              {t('empty')}
            </p>
          )}
        </div>
      </div>
    </section>
  )
}
