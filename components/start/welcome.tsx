import { ListChecks, PenLine } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import type { FirstSteps } from '@/lib/domain/start-page'
import { FirstStepList } from './first-steps'

/** What a new workspace sees: what this is for, and the first steps. */
export function Welcome({ steps }: { steps: FirstSteps }) {
  const t = useTranslations('start.welcome')
  return (
    <section
      aria-labelledby="welcome-title"
      className="mx-auto grid w-full max-w-4xl gap-x-10 gap-y-6 rounded-2xl border bg-surface p-5 shadow-card md:grid-cols-[minmax(0,5fr)_minmax(0,6fr)] md:p-8"
    >
      <div className="grid content-start gap-4">
        <span className="grid size-12 place-items-center rounded-2xl bg-accent-soft text-accent">
          <ListChecks aria-hidden className="size-6" />
        </span>
        <div className="grid gap-2">
          <h2 id="welcome-title" className="text-2xl font-semibold tracking-tight">
            {t('title')}
          </h2>
          <p className="text-muted">{t('text')}</p>
          <p className="text-muted">{t('safe')}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          <Link href="/compose" className={buttonClass('primary', 'lg')}>
            <PenLine aria-hidden />
            {t('begin')}
          </Link>
          <Link href="/templates" className={buttonClass('secondary', 'lg')}>
            {t('ready')}
          </Link>
        </div>
      </div>
      <FirstStepList steps={steps} large />
    </section>
  )
}
