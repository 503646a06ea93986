'use client'

import { ChevronDown, FlaskConical, Radio } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Skeleton } from '@/components/ui/skeleton'
import { formatPhone } from '@/lib/domain/phone-format'
import { SANDBOX_SCENARIOS } from '@/lib/domain/sandbox-scenarios'
import type { GatewayView } from '@/lib/domain/send-view'

/** A number that nobody owns would be better; none is reserved in Brazil. In the sandbox it goes nowhere. */
const testPhone = (ending: string) => `+551199999${ending}`

/** Where a press of Send goes, said before anything else. */
export function Destination({
  gateway,
  onUseNumber,
}: {
  gateway: GatewayView | undefined
  onUseNumber: (phone: string) => void
}) {
  const t = useTranslations('send')
  const scenarios = useTranslations('sandboxScenarios')
  if (!gateway) return <Skeleton className="h-17 w-full rounded-xl" />
  if (gateway.kind === 'vectalk')
    return (
      <div className="grid gap-2 rounded-xl bg-accent-soft px-4 py-3">
        <Heading icon={<Radio aria-hidden className="size-4 text-accent" />} title={t('vectalkTitle')} />
        <p className="text-[0.9333rem] [overflow-wrap:anywhere]">
          {t('vectalkText', { host: hostOf(gateway.baseUrl) })}
        </p>
        <p className="text-[0.9333rem] text-muted">{t('window')}</p>
      </div>
    )
  return (
    <div className="grid gap-1.5 rounded-xl bg-info-soft px-4 py-3">
      <Heading icon={<FlaskConical aria-hidden className="size-4 text-info" />} title={t('sandboxTitle')} />
      <p className="text-[0.9333rem]">{t('sandboxText')}</p>
      <details className="group text-[0.9333rem]">
        <summary className="inline-flex list-none items-center gap-1 rounded font-medium text-info [&::-webkit-details-marker]:hidden">
          {t('scenarios')}
          <ChevronDown aria-hidden className="size-4 transition-transform group-open:rotate-180" />
        </summary>
        <p className="mt-2 text-muted">{t('scenariosHint')}</p>
        <ul className="mt-1.5 grid gap-x-4 sm:grid-cols-2">
          {SANDBOX_SCENARIOS.map(({ name, ending }) => (
            <li key={name}>
              <button
                type="button"
                onClick={() => onUseNumber(testPhone(ending))}
                aria-label={`${scenarios(name)}: ${t('useScenario', { number: formatPhone(testPhone(ending)) })}`}
                className="flex min-h-8 w-full items-baseline gap-2 rounded-md px-1.5 py-1 text-left hover:bg-hover"
              >
                <span className="font-mono text-[0.8667rem] font-medium text-info">…{ending}</span>
                <span>{scenarios(name)}</span>
              </button>
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}

const Heading = ({ icon, title }: { icon: React.ReactNode; title: string }) => (
  <p className="flex items-start gap-2 font-medium [&_svg]:mt-1 [&_svg]:shrink-0">
    {icon}
    {title}
  </p>
)

const hostOf = (baseUrl: string | null) => (baseUrl && URL.parse(baseUrl)?.host) || 'VecTalk'
