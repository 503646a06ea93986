'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useFormatter, useTranslations } from 'next-intl'
import { type FormEvent, useDeferredValue, useState } from 'react'
import { TextField } from '@/components/auth/text-field'
import { useHydrated } from '@/components/auth/use-hydrated'
import { useProblemText } from '@/components/auth/use-problem-text'
import { asking } from '@/components/sends/asking'
import { readJson } from '@/components/sends/read-json'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { saveKeepRulesAction } from '@/lib/actions/keep-rules'
import { KEEP_DAYS, type KeepPreview, type KeepRules, keepRulesSchema, keepsLess } from '@/lib/domain/keep-rules'
import { KeepRulesDialog } from './keep-rules-dialog'
import { useSettingsAct } from './settings-act'
import { SwitchRow } from './switch-row'

/** After how many days nobody can tell any more who got what. */
export function KeepRulesForm({ rules, email }: { rules: KeepRules; email: string }) {
  const t = useTranslations('keepRules')
  const say = useProblemText()
  const hydrated = useHydrated()
  const client = useQueryClient()
  const act = useSettingsAct(email)
  const [isOn, setIsOn] = useState(rules.keepDays !== null)
  const [typed, setTyped] = useState(String(rules.keepDays ?? KEEP_DAYS.offered))
  const [problem, setProblem] = useState(false)
  const [asked, setAsked] = useState<number | null>(null)
  const [saved, setSaved] = useState(false)

  const parsed = keepRulesSchema.safeParse({ keepDays: isOn ? typed : null })
  const days = useDeferredValue(parsed.data?.keepDays ?? null)
  const preview = useQuery({
    ...asking,
    queryKey: ['keep-rules', days],
    queryFn: ({ signal }) => readJson<KeepPreview>(`/api/keep-rules?days=${days}`, signal),
    enabled: days !== null,
    placeholderData: (before) => before,
  })

  const save = async (keepDays: number | null) => {
    const done = await act.run(() => saveKeepRulesAction({ keepDays }))
    setAsked(null)
    setSaved(done !== null)
    if (done) void client.invalidateQueries({ queryKey: ['keep-rules'] })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setSaved(false)
    setProblem(!parsed.success)
    if (!parsed.success) return document.getElementById('keep-days')?.focus()
    const { keepDays } = parsed.data
    if (keepsLess(keepDays, rules.keepDays)) setAsked(keepDays)
    else void save(keepDays)
  }

  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-4">
      <SwitchRow
        id="keep-on"
        label={t('switch')}
        hint={t('switchHint')}
        checked={isOn}
        onCheckedChange={(on) => {
          setIsOn(on)
          setSaved(false)
          setProblem(false)
        }}
      />
      {isOn && (
        <>
          <div className="sm:max-w-sm">
            <TextField
              id="keep-days"
              label={t('days')}
              inputMode="numeric"
              autoComplete="off"
              hint={t('daysHint', KEEP_DAYS)}
              error={problem ? say.problem('keepDaysInvalid') : undefined}
              value={typed}
              onChange={(event) => {
                setTyped(event.target.value)
                setSaved(false)
              }}
            />
          </div>
          <Preview preview={days === null ? null : (preview.data ?? null)} />
          <WhatGoes />
        </>
      )}
      {act.notice}
      <div>
        <div role="status">
          {saved && (
            <Alert tone="success" className="mb-4">
              {rules.keepDays === null ? t('savedOff') : t('saved', { days: rules.keepDays })}
            </Alert>
          )}
        </div>
        <Button type="submit" variant="primary" busy={act.busy && asked === null} disabled={!hydrated}>
          {t('save')}
        </Button>
      </div>
      {asked !== null && (
        <KeepRulesDialog
          days={asked}
          preview={preview.data ?? null}
          busy={act.busy}
          onConfirm={() => void save(asked)}
          onClose={() => setAsked(null)}
        />
      )}
    </form>
  )
}

function Preview({ preview }: { preview: KeepPreview | null }) {
  const t = useTranslations('keepRules')
  const format = useFormatter()
  return (
    <p role="status" className="min-h-6 font-medium tabular-nums">
      {preview &&
        (preview.sends === 0
          ? t('previewNone')
          : t('preview', {
              sends: preview.sends,
              people: format.number(preview.people),
              replies: format.number(preview.replies),
            }))}
    </p>
  )
}

const GOES = ['people', 'values', 'texts', 'raw', 'single'] as const
const STAYS = ['counts', 'choices', 'message', 'contacts'] as const

function WhatGoes() {
  const t = useTranslations('keepRules')
  return (
    <div className="grid gap-4 rounded-xl bg-sunken p-4 text-[0.9333rem] sm:grid-cols-2">
      <div className="grid content-start gap-1.5">
        <h3 className="font-medium">{t('goesTitle')}</h3>
        <ul className="grid list-disc gap-1 pl-4 text-muted">
          {GOES.map((key) => (
            <li key={key}>{t(`goes.${key}`)}</li>
          ))}
        </ul>
      </div>
      <div className="grid content-start gap-1.5">
        <h3 className="font-medium">{t('staysTitle')}</h3>
        <ul className="grid list-disc gap-1 pl-4 text-muted">
          {STAYS.map((key) => (
            <li key={key}>{t(`stays.${key}`)}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}
