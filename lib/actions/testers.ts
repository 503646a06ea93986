'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import type { CreatedSend } from '@/lib/commands/create-send'
import { removeTester } from '@/lib/commands/remove-tester'
import { saveTester } from '@/lib/commands/save-tester'
import { sendTest } from '@/lib/commands/send-test'
import { type ActionResult, succeed } from '@/lib/domain/action-result'
import { testPressSchema } from '@/lib/domain/test-press'
import { testerSchema } from '@/lib/domain/tester'
import { type GatewayErrorCode, requireGateway } from '@/lib/queries/require-gateway'
import { defineAction } from './define-action'

export const addTesterAction = defineAction({
  name: 'addTester',
  gate: 'admin',
  schema: testerSchema,
  handler: async (actor, input) => {
    const saved = await saveTester(actor, { id: null, ...input })
    if (saved.ok) revalidatePath('/settings')
    return saved
  },
})

export const changeTesterAction = defineAction({
  name: 'changeTester',
  gate: 'admin',
  schema: z.object({ id: z.uuid(), name: testerSchema.shape.name, phone: testerSchema.shape.phone }),
  handler: async (actor, input) => {
    const saved = await saveTester(actor, input)
    if (saved.ok) revalidatePath('/settings')
    return saved
  },
})

export const removeTesterAction = defineAction({
  name: 'removeTester',
  gate: 'admin',
  schema: z.object({ id: z.uuid() }),
  handler: async (actor, { id }) => {
    await removeTester(actor, id)
    revalidatePath('/settings')
    return succeed(null)
  },
})

/** "Enviar teste": exactly this message, to those who get tests. */
export const sendTestAction = defineAction({
  name: 'sendTest',
  gate: 'user',
  schema: testPressSchema,
  handler: async (
    actor,
    { gateway: told, ...press },
  ): Promise<ActionResult<CreatedSend, 'idempotencyMismatch' | 'noTesters' | GatewayErrorCode>> => {
    const gateway = await requireGateway(actor, told)
    // Of no version: what is tested may not be saved.
    return gateway.ok ? sendTest(actor, { ...press, ...gateway.data }) : gateway
  },
})
