'use client'

import { useTranslations } from 'next-intl'
import type { PressState } from '@/components/sends/press'
import { PressNotice } from '@/components/sends/press-notice'
import { Alert } from '@/components/ui/alert'
import type { ListSendPress } from './use-list-send-press'

const LIST_CODES = ['listNotFound', 'listNotReady', 'listChanged', 'nobody', 'confirmationNeeded'] as const
type ListCode = (typeof LIST_CODES)[number]
const isListCode = (code: string): code is ListCode => LIST_CODES.some((known) => known === code)

/** What the person must know of this press: what its list is about, else what any press may meet. */
export function ListPressNotice({ press, onSignIn }: { press: ListSendPress; onSignIn: () => void }) {
  const t = useTranslations('newSend.errors')
  const { state, earlier, retryNow } = press
  if (state.phase === 'refused' && isListCode(state.code))
    return (
      <Alert tone="warning" role="alert">
        {t(state.code)}
      </Alert>
    )
  return <PressNotice state={state as PressState} earlier={earlier} onRetryNow={retryNow} onSignIn={onSignIn} />
}
