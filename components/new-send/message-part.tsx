'use client'

import { Braces, PenLine, Replace } from 'lucide-react'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { ProblemList } from '@/components/sends/problem-list'
import { TestButton } from '@/components/sends/test-button'
import { Badge } from '@/components/ui/badge'
import { Button, buttonClass } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import type { Problem } from '@/lib/domain/list-problems'
import { countsOf, type TemplateView } from '@/lib/domain/list-template'
import type { VariableValues } from '@/lib/domain/variable-values'
import type { UsedVariable } from '@/lib/domain/variables'
import { Part } from './part'

const TemplateChoice = dynamic(() => import('./template-choice').then((module) => module.TemplateChoice), {
  loading: () => <Skeleton className="h-72 w-full rounded-xl" />,
})

type MessagePartProps = {
  template: TemplateView | null
  used: UsedVariable[]
  /** What stands for the variables in a test, where it was typed. */
  values: VariableValues
  problems: Problem[]
  isChoosing: boolean
  isComing: boolean
  onChoose: (id: string) => void
  onChange: () => void
  onKeep: () => void
}

/** Which saved list is sent. */
export function MessagePart({
  template,
  used,
  values,
  problems,
  isChoosing,
  isComing,
  onChoose,
  onChange,
  onKeep,
}: MessagePartProps) {
  const t = useTranslations('newSend.message')
  const shows = template && !isChoosing
  return (
    <Part
      id="message"
      number={1}
      title={t('title')}
      isDone={!!shows && problems.length === 0}
      aside={
        shows ? (
          <>
            <Link href={`/templates/${template.id}`} className={buttonClass('quiet', 'sm')}>
              <PenLine aria-hidden />
              {t('edit')}
            </Link>
            {problems.length === 0 && (
              <TestButton draft={template.draft} values={values} templateId={template.id} size="sm" variant="quiet" />
            )}
            <Button size="sm" onClick={onChange}>
              <Replace aria-hidden />
              {t('change')}
            </Button>
          </>
        ) : (
          template && (
            <Button size="sm" variant="quiet" onClick={onKeep}>
              {t('keep', { name: template.name })}
            </Button>
          )
        )
      }
    >
      {shows ? (
        <>
          <Chosen template={template} used={used} />
          {problems.length > 0 && (
            <div className="grid gap-2">
              <ProblemList problems={problems} />
              <Link
                href={`/templates/${template.id}`}
                className={`${buttonClass('secondary', 'sm')} justify-self-start`}
              >
                <PenLine aria-hidden />
                {t('mend')}
              </Link>
            </div>
          )}
        </>
      ) : (
        <TemplateChoice chosen={template?.id ?? null} isBusy={isComing} onChoose={onChoose} />
      )}
    </Part>
  )
}

function Chosen({ template, used }: { template: TemplateView; used: UsedVariable[] }) {
  const t = useTranslations('newSend.message')
  const tTemplates = useTranslations('templates')
  const names = useTranslations('variables.names')
  const { rowCount, sectionCount } = countsOf(template.draft)
  return (
    <div className="grid gap-2">
      <p className="text-lg leading-snug font-semibold [overflow-wrap:anywhere]">{template.name}</p>
      <p className="text-[0.9333rem] text-muted">
        {tTemplates('rowsInSections', { rows: rowCount, sections: sectionCount })}
      </p>
      {used.length > 0 && (
        <div className="flex flex-wrap items-center gap-1.5">
          <span className="text-[0.8667rem] text-muted">{t('variables')}</span>
          {used.map(({ name }) => (
            <Badge key={name} tone="accent" icon={<Braces aria-hidden />}>
              {names(name)}
            </Badge>
          ))}
        </div>
      )}
    </div>
  )
}
