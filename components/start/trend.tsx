import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import type { GatewayKind } from '@/lib/domain/gateway'
import { sumTrend, TREND_DAYS, type TrendDay, type TrendDays } from '@/lib/domain/start-page'
import { StartCard } from './start-card'

const SERIES = ['sent', 'read', 'replied'] as const
const FILLS = { sent: 'fill-line-strong/70', read: 'fill-info/75', replied: 'fill-accent' } as const
const DOTS = { sent: 'bg-line-strong/70', read: 'bg-info/75', replied: 'bg-accent' } as const

/** What left each day, and how many of that were read and answered: one within the other, as a drawing and as a table. */
export function Trend({ trend, days, gateway }: { trend: TrendDay[]; days: TrendDays; gateway: GatewayKind }) {
  const t = useTranslations('start.trend')
  const shown = trend.slice(-days)
  const sum = sumTrend(shown)
  return (
    <StartCard
      id="trend"
      title={t('title')}
      aside={
        <nav aria-label={t('days')} className="flex gap-0.5 rounded-lg bg-sunken p-0.5 text-[0.8667rem]">
          {TREND_DAYS.map((count) => (
            <Link
              key={count}
              href={count === TREND_DAYS[0] ? '/' : `/?days=${count}`}
              scroll={false}
              aria-current={count === days ? 'true' : undefined}
              className={cn(
                'rounded-md px-2 py-0.5',
                count === days ? 'bg-raised font-medium shadow-card' : 'text-muted hover:text-text',
              )}
            >
              {t('lastDays', { count })}
            </Link>
          ))}
        </nav>
      }
    >
      <div className="grid gap-3 border-t px-4 py-3.5">
        <dl className="flex flex-wrap justify-between gap-x-3 gap-y-2">
          {SERIES.map((series) => (
            <div key={series} className="grid content-start">
              <dt className="flex items-center gap-1.5 text-[0.8667rem] text-muted">
                <span aria-hidden className={cn('size-2.5 rounded-xs', DOTS[series])} />
                {t(series)}
              </dt>
              <dd className="flex flex-wrap items-baseline gap-x-1.5 text-[1.2rem] leading-tight font-semibold tracking-tight tabular-nums">
                {t('number', { count: sum[series] })}
                {series !== 'sent' && sum.sent > 0 && (
                  <span className="text-[0.8rem] font-normal tracking-normal text-muted">
                    {t('share', { share: sum[series] / sum.sent })}
                  </span>
                )}
              </dd>
            </div>
          ))}
        </dl>
        <Bars days={shown} />
        <TrendTable days={shown} />
        <p className="text-[0.8rem] text-muted">{t(gateway === 'sandbox' ? 'hintSandbox' : 'hint')}</p>
      </div>
    </StartCard>
  )
}

const HEIGHT = 72
const WIDTH = 300
const LEAST = 2

function Bars({ days }: { days: TrendDay[] }) {
  const t = useTranslations('start.trend')
  const format = useFormatter()
  const most = Math.max(...days.map(({ sent }) => sent), 1)
  const step = WIDTH / days.length
  const width = step * 0.68
  const height = (count: number) => (count === 0 ? 0 : Math.max(LEAST, (count / most) * HEIGHT))
  const label = (day: string) =>
    format.dateTime(new Date(`${day}T12:00:00Z`), { day: '2-digit', month: '2-digit', timeZone: 'UTC' })
  const first = days[0]?.day
  const last = days.at(-1)?.day
  return (
    <div aria-hidden className="grid gap-1">
      <svg
        aria-hidden
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="h-20 w-full overflow-visible"
      >
        {days.map((day, i) => (
          <g key={day.day}>
            <title>{`${label(day.day)}: ${t('day', { sent: day.sent, read: day.read, replied: day.replied })}`}</title>
            <rect x={i * step} y={0} width={step} height={HEIGHT} className="fill-transparent" />
            <rect x={i * step + (step - width) / 2} y={HEIGHT - 1} width={width} height={1} className="fill-line" />
            {SERIES.map((series) => (
              <rect
                key={series}
                x={i * step + (step - width) / 2}
                y={HEIGHT - height(day[series])}
                width={width}
                height={height(day[series])}
                className={FILLS[series]}
              />
            ))}
          </g>
        ))}
      </svg>
      <div className="flex justify-between text-[0.8rem] text-muted tabular-nums">
        <span>{first && label(first)}</span>
        <span>{last && t('today')}</span>
      </div>
    </div>
  )
}

function TrendTable({ days }: { days: TrendDay[] }) {
  const t = useTranslations('start.trend')
  const format = useFormatter()
  return (
    <div className="sr-only">
      <table>
        <caption>{t('table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('dayColumn')}</th>
            {SERIES.map((series) => (
              <th key={series} scope="col">
                {t(series)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day.day}>
              <th scope="row">
                {format.dateTime(new Date(`${day.day}T12:00:00Z`), { day: 'numeric', month: 'long', timeZone: 'UTC' })}
              </th>
              {SERIES.map((series) => (
                <td key={series}>{t('number', { count: day[series] })}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
