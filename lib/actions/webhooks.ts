'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { registerWebhook } from '@/lib/commands/register-webhook'
import { removeAppSecret } from '@/lib/commands/remove-app-secret'
import { renewWebhookKey } from '@/lib/commands/renew-webhook-key'
import { saveWebhookSettings } from '@/lib/commands/save-webhook-settings'
import { tryWebhook } from '@/lib/commands/try-webhook'
import { succeed } from '@/lib/domain/action-result'
import { registrationSchema, WEBHOOK_KEYS, webhookFormSchema } from '@/lib/domain/webhook-form'
import { defineAction } from './define-action'

export const saveWebhookSettingsAction = defineAction({
  name: 'saveWebhookSettings',
  gate: 'admin',
  schema: webhookFormSchema,
  handler: async (actor, input) => {
    await saveWebhookSettings(actor, input)
    revalidatePath('/settings')
    return succeed(null)
  },
})

export const removeAppSecretAction = defineAction({
  name: 'removeAppSecret',
  gate: 'admin',
  schema: z.object({}),
  handler: async (actor) => {
    await removeAppSecret(actor)
    revalidatePath('/settings')
    return succeed(null)
  },
})

export const renewWebhookKeyAction = defineAction({
  name: 'renewWebhookKey',
  gate: 'admin',
  schema: z.object({ key: z.enum(WEBHOOK_KEYS) }),
  handler: async (actor, { key }) => {
    await renewWebhookKey(actor, key)
    revalidatePath('/settings')
    return succeed(null)
  },
})

export const registerWebhookAction = defineAction({
  name: 'registerWebhook',
  gate: 'admin',
  schema: registrationSchema,
  handler: async (actor, input) => {
    const outcome = await registerWebhook(actor, input)
    if (outcome.kind === 'registered') revalidatePath('/settings')
    return succeed(outcome)
  },
})

export const tryWebhookAction = defineAction({
  name: 'tryWebhook',
  gate: 'admin',
  schema: z.object({}),
  handler: async (actor) => succeed(await tryWebhook(actor)),
})
