'use client'

import { useQuery } from '@tanstack/react-query'
import { asking } from '@/components/sends/asking'
import { readJson } from '@/components/sends/read-json'
import type { WebhookActivity } from '@/lib/domain/webhook-form'

export const ACTIVITY = ['webhook-activity']
const GENTLE_MS = 5_000

/** What came in of late, asked for again while somebody looks. */
export const useWebhookActivity = (initialData: WebhookActivity) =>
  useQuery({
    ...asking,
    queryKey: ACTIVITY,
    queryFn: ({ signal }) => readJson<WebhookActivity>('/api/webhook-activity', signal),
    initialData,
    refetchInterval: GENTLE_MS,
  })
