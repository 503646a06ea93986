'use client'

import { Forward, RotateCw } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { countOf } from '@/lib/domain/people-group'
import type { FollowsHow } from '@/lib/domain/send-state'
import type { SendView } from '@/lib/domain/send-view'

const FollowDialog = dynamic(() => import('./follow-dialog').then((module) => module.FollowDialog), { ssr: false })

/** "Tentar de novo as falhas" and "Enviar para quem faltou", while there is anybody whom no other Send has taken up. */
export function FollowButtons({ send }: { send: SendView }) {
  const t = useTranslations('sends.live')
  const [how, setHow] = useState<FollowsHow | null>(null)
  const taken = (by: FollowsHow) =>
    send.followedBy.reduce((sum, { how, recipientCount }) => sum + (how === by ? recipientCount : 0), 0)
  const failed = countOf(send.counts, 'failed') - taken('failed')
  const remaining = countOf(send.counts, 'canceled') + countOf(send.counts, 'skipped') - taken('remaining')
  if (failed <= 0 && remaining <= 0) return null
  return (
    <div className="flex flex-wrap gap-2 sm:justify-end">
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
