'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { SignInDialog } from '@/components/auth/sign-in-dialog'
import { TextField } from '@/components/auth/text-field'
import { useHydrated } from '@/components/auth/use-hydrated'
import { useProblemText } from '@/components/auth/use-problem-text'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Field, fieldControl } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { saveSendingRulesAction } from '@/lib/actions/sending-rules'
import type { ActionError } from '@/lib/domain/action-result'
import type { Locale } from '@/lib/domain/locale'
import { fromClock, toClock } from '@/lib/domain/quiet-hours'
import { zoneWords } from '@/lib/domain/schedule-words'
import { type SendingRules, sendingRulesSchema } from '@/lib/domain/sending-rules'
import { BRAZILIAN_TIME_ZONES } from '@/lib/domain/time-zone'
import { SwitchRow } from './switch-row'

/** What is offered where nobody has chosen hours yet. */
const NIGHT = { from: 20 * 60, until: 8 * 60 }

type SendingRulesFormProps = { rules: SendingRules; zones: string[]; email: string }

/** What holds for every Send unless it says otherwise. */
export function SendingRulesForm({ rules, zones, email }: SendingRulesFormProps) {
  const t = useTranslations('settings.rules')
  const locale = useLocale() as Locale
  const say = useProblemText()
  const hydrated = useHydrated()
  const [confirmAbove, setConfirmAbove] = useState(String(rules.confirmAbove))
  const [timeZone, setTimeZone] = useState(rules.timeZone)
  const [isQuiet, setIsQuiet] = useState(rules.quiet !== null)
  const [from, setFrom] = useState(toClock((rules.quiet ?? NIGHT).from))
  const [until, setUntil] = useState(toClock((rules.quiet ?? NIGHT).until))
  const [busy, setBusy] = useState(false)
  const [saved, setSaved] = useState(false)
  const [problems, setProblems] = useState<{ confirmAbove?: string; quiet?: string }>({})
  const [failure, setFailure] = useState<ActionError<'unreachable'> | null>(null)

  const read = () => {
    const [fromMinute, untilMinute] = [fromClock(from), fromClock(until)]
    const quiet = isQuiet ? { from: fromMinute ?? -1, until: untilMinute ?? -1 } : null
    return sendingRulesSchema.safeParse({ confirmAbove, timeZone, quiet })
  }

  const save = async (event: FormEvent) => {
    event.preventDefault()
    setSaved(false)
    setFailure(null)
    const parsed = read()
    const wrong = new Set(parsed.error?.issues.map(({ path }) => path[0]))
    setProblems({
      ...(wrong.has('confirmAbove') && { confirmAbove: 'confirmAboveInvalid' }),
      ...(wrong.has('quiet') && { quiet: 'quietInvalid' }),
    })
    if (!parsed.success) {
      document.getElementById(wrong.has('confirmAbove') ? 'confirm-above' : 'quiet-from')?.focus()
      return
    }
    setBusy(true)
    const result = await saveSendingRulesAction(parsed.data).catch(() => null)
    setBusy(false)
    if (!result) setFailure({ code: 'unreachable' })
    else if (!result.ok) setFailure(result.error)
    else setSaved(true)
  }

  const others = zones.filter((zone) => !BRAZILIAN_TIME_ZONES.some((ours) => ours === zone))
  const quietError = say.problem(problems.quiet)
  return (
    <form method="post" noValidate onSubmit={(event) => void save(event)} className="grid gap-4">
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField
          id="confirm-above"
          label={t('confirmAbove')}
          inputMode="numeric"
          autoComplete="off"
          hint={t('confirmAboveHint')}
          error={say.problem(problems.confirmAbove)}
          value={confirmAbove}
          onChange={(event) => setConfirmAbove(event.target.value)}
        />
        <Field id="time-zone" label={t('timeZone')} hint={t('timeZoneHint')}>
          <Select
            {...fieldControl('time-zone', { hint: true })}
            className="w-full"
            value={timeZone}
            onChange={(event) => setTimeZone(event.target.value)}
          >
            <optgroup label={t('brazil')}>
              {BRAZILIAN_TIME_ZONES.map((zone) => (
                <option key={zone} value={zone}>
                  {zoneWords(zone, locale)}
                </option>
              ))}
            </optgroup>
            <optgroup label={t('otherZones')}>
              {others.map((zone) => (
                <option key={zone} value={zone}>
                  {zone.replaceAll('_', ' ')}
                </option>
              ))}
            </optgroup>
          </Select>
        </Field>
      </div>
      <div className="grid gap-3">
        <SwitchRow
          id="quiet-hours"
          label={t('quiet')}
          hint={t('quietHint')}
          checked={isQuiet}
          onCheckedChange={setIsQuiet}
        />
        {isQuiet && (
          <div className="grid grid-cols-2 items-start gap-4 sm:max-w-sm">
            <TextField
              id="quiet-from"
              label={t('quietFrom')}
              type="time"
              error={quietError}
              value={from}
              onChange={(event) => setFrom(event.target.value)}
            />
            <TextField
              id="quiet-until"
              label={t('quietUntil')}
              type="time"
              value={until}
              onChange={(event) => setUntil(event.target.value)}
            />
          </div>
        )}
      </div>
      {failure && failure.code !== 'signedOut' && (
        <Alert role="alert" tone="danger">
          {say.failure(failure)}
        </Alert>
      )}
      <div>
        <div role="status">
          {saved && (
            <Alert tone="success" className="mb-4">
              {t('saved')}
            </Alert>
          )}
        </div>
        <Button type="submit" variant="primary" busy={busy} disabled={!hydrated}>
          {t('save')}
        </Button>
      </div>
      <SignInDialog
        open={failure?.code === 'signedOut'}
        onOpenChange={() => setFailure(null)}
        onSignedIn={() => setFailure(null)}
        email={email}
      />
    </form>
  )
}
