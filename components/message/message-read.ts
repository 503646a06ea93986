'use client'

import { useQuery } from '@tanstack/react-query'
import { asking, CALM_MS, QUICK_MS } from '@/components/sends/asking'
import { readJson } from '@/components/sends/read-json'
import { isAtWork } from '@/lib/domain/delivery-status'
import type { MessageDetail } from '@/lib/domain/message-detail'
import { nextLook } from '@/lib/domain/next-look'
import { isRemovedPerson } from '@/lib/domain/removed-person'

/** How soon a message is worth another look; false once nothing of it can change by itself. */
function nextLookAt({ recipient }: MessageDetail, now: number): number | false {
  const { status, settledAt, createdAt } = recipient
  if (isRemovedPerson(recipient) || status === 'skipped' || status === 'canceled') return false
  if (isAtWork(status)) return QUICK_MS
  if (status === 'failed' || status === 'unconfirmed') return CALM_MS
  return nextLook(now - Date.parse(settledAt ?? createdAt))
}

/** One message, read again as often as something may have been told of it. */
export const useMessage = (initial: MessageDetail) =>
  useQuery({
    ...asking,
    queryKey: ['message', initial.recipient.id],
    queryFn: ({ signal }) => readJson<MessageDetail>(`/api/messages/${initial.recipient.id}`, signal),
    initialData: initial,
    refetchInterval: ({ state }) => (state.data ? nextLookAt(state.data, Date.now()) : QUICK_MS),
  })
