'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { Field, fieldControl } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { toast } from '@/components/ui/toast'
import { changeSendPaceAction } from '@/lib/actions/list-sends'
import { countDone } from '@/lib/domain/send-phase'
import { ownPaceSchema } from '@/lib/domain/send-plan'
import { paceNow, type SendView } from '@/lib/domain/send-view'
import { useSendAct } from './send-act'
import { SendAsk } from './send-ask'
import { useRoughDuration } from './when'

type AskedOfSend = { send: SendView; onClose: () => void; onChanged: () => void }

/** What was typed: a pace, null for the connection's, undefined where it is no pace. */
const readPace = (typed: string): number | null | undefined =>
  typed.trim() === '' ? null : ownPaceSchema.safeParse(/^\d+$/.test(typed.trim()) ? Number(typed) : Number.NaN).data

/** How fast this Send goes from its next message on. */
export function PaceDialog({ send, onClose, onChanged }: AskedOfSend) {
  const t = useTranslations('sends.live')
  const id = useId()
  const duration = useRoughDuration()
  const { busy, failure, act, forget } = useSendAct(onChanged)
  const [typed, setTyped] = useState(send.pace.own === null ? '' : String(send.pace.own))
  const [tells, setTells] = useState(false)
  const perSecond = readPace(typed)
  const error = tells && perSecond === undefined && t('paceInvalid')
  const left = send.recipientCount - countDone(send)
  const save = async () => {
    if (perSecond === undefined) {
      setTells(true)
      return document.getElementById(id)?.focus()
    }
    if (!(await act('pace', () => changeSendPaceAction({ sendId: send.id, perSecond })))) return
    toast.success(t('said.pace'))
    onClose()
  }
  const pace = perSecond === undefined ? 0 : paceNow({ ...send.pace, own: perSecond })
  return (
    <SendAsk
      title={t('paceTitle')}
      description={t('paceText', { limit: send.pace.gateway })}
      yes={t('paceSave')}
      busy={busy !== null}
      failure={failure}
      onForget={forget}
      onYes={() => void save()}
      onClose={onClose}
    >
      <Field id={id} label={t('paceField')} hint={t('paceHint')} error={error}>
        <Input
          {...fieldControl(id, { hint: true, error })}
          inputMode="numeric"
          autoComplete="off"
          value={typed}
          placeholder={String(send.pace.gateway)}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => setTells(true)}
        />
      </Field>
      <p aria-live="polite" className="text-muted empty:hidden">
        {pace > 0 && left > 0 && t('paceEnds', { duration: duration(Math.ceil(left / pace) * 1_000) })}
      </p>
    </SendAsk>
  )
}
