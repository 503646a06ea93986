'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Field, fieldControl } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Segmented } from '@/components/ui/segmented'
import { toast } from '@/components/ui/toast'
import { rescheduleSendAction } from '@/lib/actions/list-sends'
import type { Locale } from '@/lib/domain/locale'
import { scheduleWords, zoneWords } from '@/lib/domain/schedule-words'
import type { SendView } from '@/lib/domain/send-view'
import { fromWallTime, toWallTime } from '@/lib/domain/zoned-time'
import { useSendAct } from './send-act'
import { SendAsk } from './send-ask'

type AskedOfSend = { send: SendView; onClose: () => void; onChanged: () => void }

/** Another time for a Send that has not started, in the zone in which its first one was chosen. */
export function RescheduleDialog({ send, onClose, onChanged }: AskedOfSend) {
  const t = useTranslations('sends.live')
  const locale = useLocale() as Locale
  const { busy, failure, act, forget } = useSendAct(onChanged)
  const [now] = useState(() => new Date())
  const [starts, setStarts] = useState<'now' | 'later'>('later')
  const [wall, setWall] = useState(() => toWallTime(send.startsAt ? new Date(send.startsAt) : now, send.timeZone))
  const [tells, setTells] = useState(false)
  const at = fromWallTime(wall, send.timeZone)?.at ?? null
  const isPast = at !== null && at <= now
  const error = tells && starts === 'later' && (at === null ? t('rescheduleMissing') : isPast && t('reschedulePast'))

  const save = async () => {
    const isNow = starts === 'now'
    if (!isNow && (at === null || isPast)) {
      setTells(true)
      return document.getElementById('reschedule-time')?.focus()
    }
    const startsAt = isNow || at === null ? null : at.toISOString()
    const { id: sendId, timeZone, quiet } = send
    if (!(await act('reschedule', () => rescheduleSendAction({ sendId, startsAt, timeZone, quiet })))) return
    toast.success(t('said.rescheduled'))
    onClose()
  }

  return (
    <SendAsk
      title={t('rescheduleTitle')}
      yes={t('rescheduleSave')}
      busy={busy !== null}
      failure={failure}
      onForget={forget}
      onYes={() => void save()}
      onClose={onClose}
    >
      <div>
        <Segmented
          label={t('rescheduleTitle')}
          value={starts}
          options={[
            { value: 'later', label: t('rescheduleLater') },
            { value: 'now', label: t('rescheduleNow') },
          ]}
          onChange={setStarts}
        />
      </div>
      {starts === 'later' && (
        <>
          <div className="grid grid-cols-2 gap-3">
            <Field id="reschedule-date" label={t('rescheduleDate')}>
              <Input
                {...fieldControl('reschedule-date', {})}
                type="date"
                value={wall.date}
                onChange={(event) => setWall({ ...wall, date: event.target.value })}
              />
            </Field>
            <Field id="reschedule-time" label={t('rescheduleTime')} error={error}>
              <Input
                {...fieldControl('reschedule-time', { error })}
                type="time"
                value={wall.time}
                onChange={(event) => setWall({ ...wall, time: event.target.value })}
                onBlur={() => setTells(true)}
              />
            </Field>
          </div>
          <p aria-live="polite" className="text-muted">
            {at && !isPast
              ? t('rescheduleTold', { when: scheduleWords(at, { zone: send.timeZone, locale, now }) })
              : t('rescheduleZone', { zone: zoneWords(send.timeZone, locale) })}
          </p>
        </>
      )}
    </SendAsk>
  )
}
