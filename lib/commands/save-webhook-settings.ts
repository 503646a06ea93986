import type { z } from 'zod'
import { db } from '@/lib/db/client'
import { seal } from '@/lib/db/seal'
import type { Actor } from '@/lib/domain/actor'
import type { webhookFormSchema } from '@/lib/domain/webhook-form'
import { env } from '@/lib/env'
import { ensureWebhookSettings } from './ensure-webhook-settings'

/** Saves where the provider finds us and what it signs with; what the environment sets is left alone. */
export async function saveWebhookSettings(actor: Actor, input: z.output<typeof webhookFormSchema>): Promise<void> {
  const { publicUrl, appSecret, readsList } = input
  await ensureWebhookSettings(actor)
  await db().webhookSettings.update({
    where: { id: 1 },
    data: {
      publicUrl: publicUrl || null,
      readsList,
      ...(appSecret && !env().WEBHOOK_APP_SECRET && { sealedAppSecret: seal(appSecret) }),
    },
  })
}
