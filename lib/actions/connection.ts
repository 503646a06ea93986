'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { removeToken } from '@/lib/commands/remove-token'
import { resumeGateway } from '@/lib/commands/resume-gateway'
import { saveConnection } from '@/lib/commands/save-connection'
import { tryConnection } from '@/lib/commands/try-connection'
import { fail, succeed } from '@/lib/domain/action-result'
import { connectionSchema, GATEWAY_KINDS } from '@/lib/domain/gateway'
import { defineAction } from './define-action'

const tokenNeeded = () => fail('tokenNeeded', { fieldErrors: { token: 'tokenNeeded' } })

export const saveConnectionAction = defineAction({
  name: 'saveConnection',
  gate: 'admin',
  schema: connectionSchema,
  handler: async (actor, input) => {
    if ((await saveConnection(actor, input)) === 'tokenNeeded') return tokenNeeded()
    revalidatePath('/', 'layout')
    return succeed(null)
  },
})

export const tryConnectionAction = defineAction({
  name: 'tryConnection',
  gate: 'admin',
  schema: connectionSchema,
  handler: async (actor, input) => {
    const tried = await tryConnection(actor, input)
    return tried.kind === 'tokenNeeded' ? tokenNeeded() : succeed(tried)
  },
})

/** Whoever may send may say that it is worth another try. */
export const resumeGatewayAction = defineAction({
  name: 'resumeGateway',
  gate: 'user',
  schema: z.object({ gateway: z.enum(GATEWAY_KINDS) }),
  handler: async (actor, { gateway }) => {
    await resumeGateway(actor, gateway)
    return succeed(null)
  },
})

export const removeTokenAction = defineAction({
  name: 'removeToken',
  gate: 'admin',
  schema: z.object({}),
  handler: async (actor) => {
    await removeToken(actor)
    revalidatePath('/', 'layout')
    return succeed(null)
  },
})
