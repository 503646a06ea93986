'use client'

import type { ReactNode } from 'react'
import { useAddress } from '@/components/ui/address'
import type { PhoneScreen } from '@/lib/domain/phone-cuts'
import type { PhoneLook } from './phone-look'
import { STAGE_PARAMS } from './stage-params'
import { StageToolbar } from './stage-toolbar'

/** What the stage gives the phone on it, to be handed on as it is. */
export type StagedPhone = PhoneLook & {
  screen: PhoneScreen
  onScreen: (screen: PhoneScreen) => void
  showWebhook: true
  className: string
}

// The webhook takes its room from the phone: both stay in sight together.
const HEIGHTS =
  '[--phone-height:clamp(400px,calc(100dvh-236px),690px)] max-[899px]:[--phone-height:clamp(380px,calc(100dvh-22rem),690px)] has-data-webhook:[--phone-height:clamp(380px,calc(100dvh-280px),690px)] has-[[data-webhook][open]]:[--phone-height:clamp(300px,calc(100dvh-560px),690px)]'

type PhoneStageProps = {
  /** Stands at the end of the controls: what is done with the phone as it looks. */
  tools?: ReactNode
  children: (phone: StagedPhone) => ReactNode
}

/**
 * A phone with the controls of how it looks, all of it in the address. The phone is given as a function, and reads its
 * message by itself: then typing draws the phone alone, and the controls draw only when they change.
 */
export function PhoneStage({ tools, children }: PhoneStageProps) {
  const [state, setState] = useAddress(STAGE_PARAMS)
  const { theme, ...look } = state
  const phone: StagedPhone = {
    ...look,
    ...(theme && { theme }),
    onScreen: (screen) => setState({ screen }),
    showWebhook: true,
    className: HEIGHTS,
  }
  return (
    <div data-phone-stage className="grid min-w-0 gap-3">
      <StageToolbar {...state} tools={tools} onChange={setState} />
      {children(phone)}
    </div>
  )
}
