import { PenLine, Users } from 'lucide-react'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { PageHeader } from '@/components/ui/page-header'
import { isBusy, type StartPage, stepsLeft, type TrendDays } from '@/lib/domain/start-page'
import { toWallTime } from '@/lib/domain/zoned-time'
import { BestRows } from './best-rows'
import { FirstStepsCard } from './first-steps'
import { Needs } from './needs'
import { Refresher } from './refresher'
import { TodaySends } from './today-sends'
import { Trend } from './trend'
import { Welcome } from './welcome'

type StartViewProps = { page: StartPage; name: string; days: TrendDays; now: Date }

/** What somebody who comes in the morning wants to know, and the way to each. */
export function StartView({ page, name, days, now }: StartViewProps) {
  const t = useTranslations('start')
  const tNew = useTranslations('newSend')
  const format = useFormatter()
  const hour = Number(toWallTime(now, page.timeZone).time.slice(0, 2))
  const part = hour >= 5 && hour < 12 ? 'morning' : hour >= 12 && hour < 18 ? 'afternoon' : 'evening'
  const date = format.dateTime(now, { weekday: 'long', day: 'numeric', month: 'long', timeZone: page.timeZone })
  return (
    <div className="grid gap-5">
      <PageHeader
        title={t(`greeting.${part}`, { name: name.split(/\s+/)[0] ?? name })}
        description={<span className="inline-block first-letter:uppercase">{date}</span>}
        actions={
          !page.isNew && (
            <>
              <Link href="/compose" className={cn(buttonClass(), 'max-sm:hidden')}>
                <PenLine aria-hidden />
                {t('compose')}
              </Link>
              <Link href="/sends/new" className={buttonClass('primary')}>
                <Users aria-hidden />
                {tNew('entry.new')}
              </Link>
            </>
          )
        }
      />
      {page.isNew ? (
        <Welcome steps={page.steps} />
      ) : (
        <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_21rem] xl:grid-cols-[minmax(0,1fr)_25rem]">
          <div className="grid gap-5">
            <Needs needs={page.needs} now={now} />
            <TodaySends today={page.today} now={now} />
          </div>
          <div className="grid gap-5">
            <Trend trend={page.trend} days={days} gateway={page.gateway} />
            <BestRows rows={page.bestRows} />
            {stepsLeft(page.steps) > 0 && <FirstStepsCard steps={page.steps} />}
          </div>
        </div>
      )}
      <Refresher soon={isBusy(page)} />
    </div>
  )
}
