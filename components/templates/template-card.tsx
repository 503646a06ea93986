'use client'

import { CircleAlert } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useMoment } from '@/components/editor/moment'
import { Badge } from '@/components/ui/badge'
import type { TemplateSummary } from '@/lib/domain/list-template'
import { TemplateMenu } from './template-menu'
import { TemplateThumbnail } from './template-thumbnail'
import type { TemplateActions } from './use-template-actions'

/** One saved list: what it looks like, what is in it, who touched it last. */
export function TemplateCard({ template, actions }: { template: TemplateSummary; actions: TemplateActions }) {
  const t = useTranslations('templates')
  const moment = useMoment()
  const { id, name, face, sectionCount, rowCount, problemCount, savedBy, savedAt } = template
  return (
    <li className="relative flex flex-col rounded-xl border bg-surface shadow-card transition-shadow hover:shadow-float has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-offset-2 has-[a:focus-visible]:outline-accent">
      <TemplateThumbnail face={face} />
      <div className="flex flex-1 items-start gap-2 border-t p-3.5">
        <div className="grid min-w-0 flex-1 gap-0.5">
          <h2 className="truncate font-semibold">
            <Link href={`/templates/${id}`} className="outline-none after:absolute after:inset-0 after:rounded-xl">
              {name}
            </Link>
          </h2>
          <p className="truncate text-[0.8667rem] text-muted">
            {face.rowTitles.length > 0 ? face.rowTitles.join(', ') : t('sections', { count: sectionCount })}
          </p>
          <div className="mt-1.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-[0.8667rem] text-muted">
            <span>{t('rows', { count: rowCount })}</span>
            <span aria-hidden>·</span>
            <span className="min-w-0 truncate" suppressHydrationWarning>
              {t('savedBy', { name: savedBy?.name ?? t('someone'), when: moment.short(savedAt) })}
            </span>
            {problemCount > 0 && (
              <Badge tone="warning" icon={<CircleAlert aria-hidden />}>
                {t('problems', { count: problemCount })}
              </Badge>
            )}
          </div>
        </div>
        <TemplateMenu template={template} actions={actions} />
      </div>
    </li>
  )
}
