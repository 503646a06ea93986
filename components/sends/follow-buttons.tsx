'use client'

import { Forward, RotateCw } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { countOf } from '@/lib/domain/people-group'
import { isOver, type SendPhase } from '@/lib/domain/send-phase'
import type { FollowsHow } from '@/lib/domain/send-state'
import type { SendView } from '@/lib/domain/send-view'

const FollowDialog = dynamic(() => import('./follow-dialog').then((module) => module.FollowDialog), { ssr: false })

/** "Tentar de novo as falhas" and "Enviar para quem faltou", once the Send is over and there is somebody. */
export function FollowButtons({ send, phase }: { send: SendView; phase: SendPhase }) {
  const t = useTranslations('sends.live')
  const [how, setHow] = useState<FollowsHow | null>(null)
  const failed = countOf(send.counts, 'failed')
  const remaining = countOf(send.counts, 'canceled') + countOf(send.counts, 'skipped')
  if (!isOver(phase) || (failed === 0 && remaining === 0)) return null
  return (
    <div className="flex flex-wrap gap-2">
      {failed > 0 && (
        <Button onClick={() => setHow('failed')}>
          <RotateCw aria-hidden />
          {t('followFailed', { count: failed })}
        </Button>
      )}
      {remaining > 0 && (
        <Button onClick={() => setHow('remaining')}>
          <Forward aria-hidden />
          {t('followRemaining', { count: remaining })}
        </Button>
      )}
      {how && <FollowDialog send={send} how={how} onClose={() => setHow(null)} />}
    </div>
  )
}
