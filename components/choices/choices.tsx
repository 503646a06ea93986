'use client'

import { FileSpreadsheet } from 'lucide-react'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { usePathname, useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useState, useTransition } from 'react'
import { TestSendMark } from '@/components/sends/send-state-chip'
import { TestMark } from '@/components/sends/test-mark'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { saveFile } from '@/components/ui/save-file'
import {
  type ChoiceAddress,
  type ChoiceBase,
  type ChoiceOptions,
  type ChoiceReport,
  toChoiceQuery,
} from '@/lib/domain/choice'
import { pictureSlug } from '@/lib/domain/picture-name'
import { BaseToggle } from './base-toggle'
import { ChoiceFigures } from './choice-figures'
import { ChoicePhone } from './choice-phone'
import { ChoiceTable } from './choice-table'
import { ChoicesEmpty } from './choices-empty'
import { NotChosen } from './not-chosen'
import { useReportName } from './report-name'
import { ScopeBar } from './scope-bar'
import { TypedAnswers } from './typed-answers'

const ChoiceCompare = dynamic(() => import('./choice-compare').then((module) => module.ChoiceCompare))

/** While somebody may still answer, the page is asked for again this often. */
const AGAIN_MS = 15_000
const ANSWERS_FOR_MS = 3 * 86_400_000

type ChoicesProps = {
  address: ChoiceAddress
  options: ChoiceOptions
  report: ChoiceReport | null
  /** What stands beside it, where the address says so. */
  other: ChoiceReport | null
  isSandbox: boolean
}

/** What people chose, on the message itself and as a table; or two of them side by side. */
export function Choices({ address, options, report, other, isSandbox }: ChoicesProps) {
  const t = useTranslations('choices')
  const router = useRouter()
  const path = usePathname()
  const [isPending, startTransition] = useTransition()
  const [base, setBase] = useState<ChoiceBase>(address.base)
  useAskingAgain(report?.sentAt ?? null)

  const go = (next: ChoiceAddress) =>
    startTransition(() => router.push(`${path}?${toChoiceQuery({ ...next, base })}`, { scroll: false }))
  const changeBase = (next: ChoiceBase) => {
    setBase(next)
    // Nothing has to be read again for it.
    window.history.replaceState(null, '', `${path}?${toChoiceQuery({ ...address, base: next })}`)
  }

  return (
    <div className="grid gap-5">
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={report && <CsvButton report={report} other={other} base={base} />}
      />
      <ScopeBar address={address} options={options} onGo={go} />
      <p aria-live="polite" className="sr-only">
        {isPending || !report ? '' : t('said', { name: report.name, count: report.totals.chose })}
      </p>
      <div aria-busy={isPending || undefined} className="transition-opacity aria-busy:opacity-60">
        {!report ? (
          <EmptyState icon={<FileSpreadsheet aria-hidden />} title={t('nothing.title')}>
            {t('nothing.text')}
          </EmptyState>
        ) : other ? (
          <ChoiceCompare first={report} second={other} base={base} onBase={changeBase} />
        ) : (
          <OneReport report={report} base={base} onBase={changeBase} isSandbox={isSandbox} />
        )}
      </div>
    </div>
  )
}

type OneReportProps = { report: ChoiceReport; base: ChoiceBase; onBase: (base: ChoiceBase) => void; isSandbox: boolean }

function OneReport({ report, base, onBase, isSandbox }: OneReportProps) {
  const t = useTranslations('choices')
  const name = useReportName()
  const { title, detail } = name(report)
  const { scope } = report
  const isSilent = report.totals.replied === 0 && report.typed.total === 0
  return (
    <div className="grid items-start gap-x-8 gap-y-5 min-[900px]:grid-cols-[minmax(0,1fr)_22.5rem] min-[900px]:grid-rows-[auto_1fr]">
      <div className="grid min-w-0 gap-4">
        <div className="grid gap-1">
          <h2 className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-lg font-semibold [overflow-wrap:anywhere]">
            {title}
            {report.isTest && <TestSendMark />}
            {report.isRehearsal && <TestMark />}
          </h2>
          <p className="text-muted">
            {detail}
            {scope.send && (
              <>
                {' · '}
                <Link
                  href={`/sends/${scope.send}`}
                  className="text-accent underline decoration-accent/40 underline-offset-4 hover:decoration-accent"
                >
                  {t('openSend')}
                </Link>
              </>
            )}
          </p>
          {report.sendCount > 1 && <p className="text-[0.8667rem] text-muted">{t('oncePerSend')}</p>}
          {report.rehearsalsLeftOut > 0 && (
            <p className="text-[0.8667rem] text-muted">{t('rehearsals', { count: report.rehearsalsLeftOut })}</p>
          )}
        </div>
        <ChoiceFigures report={report} />
        {isSilent && <ChoicesEmpty isRehearsal={isSandbox} />}
      </div>
      <div className="min-w-0 min-[900px]:sticky min-[900px]:top-6 min-[900px]:row-span-2">
        <ChoicePhone
          report={report}
          base={base}
          label={t('phone.label')}
          fileName={`escolhas-${pictureSlug(report.name)}`}
        />
      </div>
      <div className="grid min-w-0 gap-5">
        {!isSilent && <ChoiceTable report={report} base={base} toggle={<BaseToggle base={base} onChange={onBase} />} />}
        {report.totals.got > 0 && <NotChosen report={report} />}
        {!isSilent && <TypedAnswers report={report} templateId={scope.template ?? report.templateId} />}
      </div>
    </div>
  )
}

type CsvButtonProps = { report: ChoiceReport; other: ChoiceReport | null; base: ChoiceBase }

function CsvButton({ report, other, base }: CsvButtonProps) {
  const t = useTranslations('choices.csv')
  const verdict = useTranslations('choices.compare.verdict')
  const locale = useLocale()
  const content = async () =>
    other
      ? (await import('./compare-csv')).compareCsv(report, other, base, { locale, t, verdict })
      : (await import('./choice-csv')).choiceCsv(report, { locale, t })
  const download = async () =>
    saveFile(
      new Blob([await content()], { type: 'text/csv;charset=utf-8' }),
      `escolhas-${pictureSlug(report.name)}.csv`,
    )
  return (
    <Button onClick={() => void download()}>
      <FileSpreadsheet aria-hidden />
      {t('download')}
    </Button>
  )
}

/** Answers come for days after: the page follows them while it is looked at. */
function useAskingAgain(sentAt: string | null) {
  const router = useRouter()
  useEffect(() => {
    if (!sentAt || Date.now() - Date.parse(sentAt) > ANSWERS_FOR_MS) return
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh()
    }, AGAIN_MS)
    return () => clearInterval(timer)
  }, [sentAt, router])
}
