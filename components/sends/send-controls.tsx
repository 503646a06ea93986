'use client'

import { Ban, CalendarClock, EllipsisVertical, Gauge, Pause, Play } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu'
import { toast } from '@/components/ui/toast'
import { pauseSendAction, resumeSendAction } from '@/lib/actions/list-sends'
import type { SendPhase } from '@/lib/domain/send-phase'
import type { SendView } from '@/lib/domain/send-view'
import { LazySignInDialog } from './lazy-sign-in-dialog'
import { useFailureWords, useSendAct } from './send-act'

// Each is opened seldom.
const PaceDialog = dynamic(() => import('./pace-dialog').then((module) => module.PaceDialog), { ssr: false })
const RescheduleDialog = dynamic(() => import('./reschedule-dialog').then((module) => module.RescheduleDialog), {
  ssr: false,
})
const CancelDialog = dynamic(() => import('./cancel-dialog').then((module) => module.CancelDialog), { ssr: false })

type Asked = 'pace' | 'reschedule' | 'cancel'

/** What may be done to a Send while it is not over. */
export function SendControls({ send, phase, onChanged }: { send: SendView; phase: SendPhase; onChanged: () => void }) {
  const t = useTranslations('sends.live')
  const say = useFailureWords()
  const { busy, failure, act, forget } = useSendAct(onChanged)
  const [asked, setAsked] = useState<Asked | null>(null)
  const toggle = useRef<HTMLButtonElement>(null)
  const kept = useRef(false)

  // Pausar turns into Retomar under the finger: the focus stays where the hand is.
  useEffect(() => {
    if (kept.current && document.activeElement === document.body) toggle.current?.focus()
    kept.current = false
  }, [phase])

  const isPaused = send.state === 'paused'
  const waits = phase === 'preparing' || phase === 'scheduled'

  const turn = async () => {
    kept.current = true
    const done = await act('turn', () =>
      isPaused ? resumeSendAction({ sendId: send.id }) : pauseSendAction({ sendId: send.id }),
    )
    if (done) toast.success(t(isPaused ? 'said.resumed' : 'said.paused'))
  }
  const close = () => setAsked(null)

  return (
    <div className="grid justify-items-end gap-2">
      <div className="flex flex-wrap justify-end gap-2">
        {waits ? (
          <Button onClick={() => setAsked('reschedule')}>
            <CalendarClock aria-hidden />
            {t('reschedule')}
          </Button>
        ) : (
          <Button
            ref={toggle}
            variant={isPaused ? 'primary' : 'secondary'}
            busy={busy === 'turn'}
            onClick={() => void turn()}
          >
            {busy !== 'turn' && (isPaused ? <Play aria-hidden /> : <Pause aria-hidden />)}
            {isPaused ? t('resume') : t('pause')}
          </Button>
        )}
        <Menu>
          <MenuTrigger asChild>
            <IconButton label={t('more')} icon={<EllipsisVertical aria-hidden />} variant="secondary" size="icon" />
          </MenuTrigger>
          <MenuContent align="end">
            <MenuItem onSelect={() => setAsked('pace')}>
              <Gauge aria-hidden />
              {t('changePace')}
            </MenuItem>
            <MenuSeparator />
            <MenuItem onSelect={() => setAsked('cancel')}>
              <Ban aria-hidden />
              {t('cancel')}
            </MenuItem>
          </MenuContent>
        </Menu>
      </div>
      {failure && failure !== 'signedOut' && (
        <Alert tone="warning" role="alert">
          {say(failure)}
        </Alert>
      )}
      {asked === 'pace' && <PaceDialog send={send} onClose={close} onChanged={onChanged} />}
      {asked === 'reschedule' && <RescheduleDialog send={send} onClose={close} onChanged={onChanged} />}
      {asked === 'cancel' && <CancelDialog send={send} onClose={close} onChanged={onChanged} />}
      <LazySignInDialog open={failure === 'signedOut'} onOpenChange={forget} onSignedIn={forget} />
    </div>
  )
}
