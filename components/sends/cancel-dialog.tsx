'use client'

import { useTranslations } from 'next-intl'
import { toast } from '@/components/ui/toast'
import { cancelSendAction } from '@/lib/actions/list-sends'
import { countDone } from '@/lib/domain/send-phase'
import type { SendView } from '@/lib/domain/send-view'
import { useSendAct } from './send-act'
import { SendAsk } from './send-ask'

type AskedOfSend = { send: SendView; onClose: () => void; onChanged: () => void }

/** Whether it is to end for good, with how many will not get it. */
export function CancelDialog({ send, onClose, onChanged }: AskedOfSend) {
  const t = useTranslations('sends.live')
  const { busy, failure, act, forget } = useSendAct(onChanged)
  const cancel = async () => {
    if (!(await act('cancel', () => cancelSendAction({ sendId: send.id })))) return
    toast.success(t('said.canceled'))
    onClose()
  }
  return (
    <SendAsk
      danger
      title={t('cancelTitle')}
      yes={t('cancelYes')}
      no={t('cancelNo')}
      busy={busy !== null}
      failure={failure}
      onForget={forget}
      onYes={() => void cancel()}
      onClose={onClose}
    >
      <p>{t('cancelText', { count: Math.max(0, send.recipientCount - countDone(send)) })}</p>
    </SendAsk>
  )
}
