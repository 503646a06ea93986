'use server'

import { z } from 'zod'
import { cancelSend } from '@/lib/commands/cancel-send'
import { changeSendPace } from '@/lib/commands/change-send-pace'
import { createListSend, type ListSendErrorCode } from '@/lib/commands/create-list-send'
import type { CreatedSend } from '@/lib/commands/create-send'
import { pauseSend } from '@/lib/commands/pause-send'
import { rescheduleSend } from '@/lib/commands/reschedule-send'
import { resumeSend } from '@/lib/commands/resume-send'
import type { ActionResult } from '@/lib/domain/action-result'
import { listSendPressSchema } from '@/lib/domain/list-send-press'
import { sendPaceSchema, sendScheduleSchema } from '@/lib/domain/send-plan'
import { type GatewayErrorCode, requireGateway } from '@/lib/queries/require-gateway'
import { defineAction } from './define-action'

const sendIdSchema = z.object({ sendId: z.uuid() })

/** Records a Send to everybody of a judged list; the workers write its recipients down and send. */
export const createListSendAction = defineAction({
  name: 'createListSend',
  gate: 'user',
  schema: listSendPressSchema,
  handler: async (
    actor,
    { gateway: told, ...press },
  ): Promise<ActionResult<CreatedSend, ListSendErrorCode | GatewayErrorCode>> => {
    const gateway = await requireGateway(actor, told)
    return gateway.ok ? createListSend(actor, { ...press, ...gateway.data }) : gateway
  },
})

/** Nothing more of it leaves until somebody resumes it. */
export const pauseSendAction = defineAction({
  name: 'pauseSend',
  gate: 'user',
  schema: sendIdSchema,
  handler: (actor, { sendId }) => pauseSend(actor, sendId),
})

/** A paused Send goes on. */
export const resumeSendAction = defineAction({
  name: 'resumeSend',
  gate: 'user',
  schema: sendIdSchema,
  handler: (actor, { sendId }) => resumeSend(actor, sendId),
})

/** Nothing more of it leaves, ever. */
export const cancelSendAction = defineAction({
  name: 'cancelSend',
  gate: 'user',
  schema: sendIdSchema,
  handler: (actor, { sendId }) => cancelSend(actor, sendId),
})

/** Another pace of its own, or none. */
export const changeSendPaceAction = defineAction({
  name: 'changeSendPace',
  gate: 'user',
  schema: sendPaceSchema,
  handler: (actor, input) => changeSendPace(actor, input),
})

/** Another time, before it starts. */
export const rescheduleSendAction = defineAction({
  name: 'rescheduleSend',
  gate: 'user',
  schema: sendScheduleSchema,
  handler: (actor, input) => rescheduleSend(actor, input),
})
