import { Check, ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import { type FirstSteps, stepsLeft } from '@/lib/domain/start-page'
import { StartCard } from './start-card'

const STEPS = [
  { step: 'list', href: '/compose' },
  { step: 'rehearsal', href: '/compose' },
  { step: 'connection', href: '/settings#connection' },
  { step: 'webhooks', href: '/settings#webhooks' },
] as const satisfies { step: keyof FirstSteps; href: string }[]

/** What a workspace does first, each step checked off once it is done indeed. */
export function FirstStepList({ steps, large }: { steps: FirstSteps; large?: boolean }) {
  const t = useTranslations('start.steps')
  const next = STEPS.find(({ step }) => !steps[step])?.step
  return (
    <ol className={cn('grid', large ? 'gap-2' : 'gap-0.5')}>
      {STEPS.map(({ step, href }, i) => {
        const isDone = steps[step]
        return (
          <li
            key={step}
            className={cn(
              'relative flex items-start gap-3 rounded-lg px-2.5 transition-colors',
              large ? 'py-2.5' : 'py-1.5',
              !isDone && 'focus-within:bg-hover hover:bg-hover',
              large && step === next && 'bg-accent-soft focus-within:bg-accent-soft hover:bg-accent-soft',
            )}
          >
            <span
              aria-hidden
              className={cn(
                'mt-0.5 grid size-5.5 shrink-0 place-items-center rounded-full text-[0.8rem] font-semibold tabular-nums',
                isDone
                  ? 'bg-success-soft text-success'
                  : step === next
                    ? 'bg-accent text-on-accent'
                    : 'bg-hover text-muted',
              )}
            >
              {isDone ? <Check className="size-3.5" strokeWidth={2.5} /> : i + 1}
            </span>
            <span className="grid min-w-0 flex-1">
              {isDone ? (
                <span className="text-muted">
                  {t(`${step}.title`)}
                  <span className="sr-only">, {t('done')}</span>
                </span>
              ) : (
                <Link href={href} className="font-medium after:absolute after:inset-0">
                  {t(`${step}.title`)}
                </Link>
              )}
              {(large || step === next) && <span className="text-[0.8667rem] text-muted">{t(`${step}.text`)}</span>}
            </span>
            {!isDone && <ChevronRight aria-hidden className="mt-1 size-4 shrink-0 text-muted" />}
          </li>
        )
      })}
    </ol>
  )
}

export function FirstStepsCard({ steps }: { steps: FirstSteps }) {
  const t = useTranslations('start.steps')
  return (
    <StartCard
      id="steps"
      title={t('title')}
      aside={
        <span className="text-[0.8667rem] text-muted tabular-nums">
          {t('progress', { done: STEPS.length - stepsLeft(steps), total: STEPS.length })}
        </span>
      }
    >
      <div className="border-t p-2">
        <FirstStepList steps={steps} />
      </div>
    </StartCard>
  )
}
