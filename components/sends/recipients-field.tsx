'use client'

import { Check, CircleAlert, FlaskConical } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type Ref, useState } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Field, fieldControl } from '@/components/ui/field'
import { Textarea } from '@/components/ui/input'
import { formatPhone } from '@/lib/domain/phone-format'
import type { TypedRecipient } from '@/lib/domain/recipients-text'
import { sandboxScenarioFor } from '@/lib/domain/sandbox-scenarios'

type RecipientsFieldProps = {
  text: string
  onChange: (text: string) => void
  entries: TypedRecipient[]
  phones: string[]
  /** Whether the numbers go to the stand-in, where some endings rehearse a failure. */
  rehearsal: boolean
  readOnly: boolean
  inputRef: Ref<HTMLTextAreaElement>
}

const SHOWN_AT_MOST = 150

/** Numbers as they are typed or pasted, and under them what was understood of each. */
export function RecipientsField({
  text,
  onChange,
  entries,
  phones,
  rehearsal,
  readOnly,
  inputRef,
}: RecipientsFieldProps) {
  const t = useTranslations('send')
  const [focused, setFocused] = useState(false)
  const spoiled = entries.some((entry) => entry.kind !== 'valid')
  return (
    <div className="grid gap-2">
      <Field
        id="recipients"
        label={t('recipients')}
        hint={t('recipientsHint')}
        aside={
          <span aria-live="polite" className="text-[0.8667rem] text-muted tabular-nums">
            {t('people', { count: phones.length })}
          </span>
        }
      >
        <Textarea
          {...fieldControl('recipients', { hint: true })}
          ref={inputRef}
          value={text}
          onChange={(event) => onChange(event.target.value)}
          onFocus={() => setFocused(true)}
          onBlur={() => setFocused(false)}
          readOnly={readOnly}
          rows={2}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          placeholder={t('recipientsPlaceholder')}
          className="max-h-40 min-h-[3.75rem] field-sizing-content tabular-nums"
        />
      </Field>
      {entries.length > 0 && (
        <ul
          aria-label={t('numbersRead')}
          className="-mx-1 grid max-h-52 gap-0.5 overflow-y-auto px-1"
          tabIndex={entries.length > 7 ? 0 : undefined}
        >
          {entries.slice(0, SHOWN_AT_MOST).map((entry, i) => (
            // What is typed may repeat: only the place tells two entries apart.
            <Entry key={i} entry={entry} rehearsal={rehearsal} unfinished={focused && i === entries.length - 1} />
          ))}
        </ul>
      )}
      {spoiled && phones.length > 0 && !focused && (
        <Button size="sm" className="justify-self-start" onClick={() => onChange(phones.map(formatPhone).join('\n'))}>
          {t('keepValid')}
        </Button>
      )}
    </div>
  )
}

function Entry({ entry, rehearsal, unfinished }: { entry: TypedRecipient; rehearsal: boolean; unfinished: boolean }) {
  const t = useTranslations('send')
  const scenarios = useTranslations('sandboxScenarios')
  if (entry.kind === 'invalid') {
    // Nobody is told off for a number that is still being typed.
    const calm = unfinished && entry.reason === 'tooShort'
    return (
      <li className={cn('flex items-start gap-2 text-[0.9333rem]', calm ? 'text-muted' : 'text-danger')}>
        <CircleAlert aria-hidden className={cn('mt-1 size-3.5 shrink-0', calm && 'opacity-0')} />
        <span className="min-w-0 [overflow-wrap:anywhere]">
          <span className="font-medium">{entry.typed}</span> {t(`rejections.${entry.reason}`)}
        </span>
      </li>
    )
  }
  const scenario = rehearsal && entry.kind === 'valid' ? sandboxScenarioFor(entry.phone) : undefined
  return (
    <li className="flex items-start gap-2 text-[0.9333rem]">
      <Check
        aria-hidden
        className={cn('mt-1 size-3.5 shrink-0', entry.kind === 'valid' ? 'text-success' : 'text-muted')}
      />
      <span className="flex min-w-0 flex-wrap items-baseline gap-x-2">
        <span className={cn('font-medium tabular-nums', entry.kind === 'repeated' && 'text-muted line-through')}>
          {formatPhone(entry.phone)}
        </span>
        {entry.kind === 'repeated' && <span className="text-[0.8667rem] text-muted">{t('repeated')}</span>}
        {entry.kind === 'valid' && entry.addedCountry && (
          <span className="text-[0.8667rem] text-muted">{t('addedCountry')}</span>
        )}
        {scenario && (
          <span className="inline-flex items-center gap-1 text-[0.8667rem] text-info">
            <FlaskConical aria-hidden className="size-3.5 self-center" />
            {t('playsScenario', { scenario: scenarios(scenario.name) })}
          </span>
        )}
      </span>
    </li>
  )
}
