import { unstable_rethrow } from 'next/navigation'
import { z } from 'zod'
import { actorForAction } from '@/lib/auth/action-session'
import { type ActionResult, fail, toFieldErrors } from '@/lib/domain/action-result'
import type { UserActor } from '@/lib/domain/actor'
import { log } from '@/lib/log'

/** Who may use an action: anybody, anybody signed in, or administrators. */
type Gate = 'public' | 'user' | 'admin'
type Admitted<G extends Gate> = G extends 'public' ? null : UserActor

/**
 * Makes a server action: the gate first, then the input checked by its schema, then the handler, which answers
 * `succeed(data)` or `fail(code)`. A fault is logged and told as 'unexpected'; Next's own redirects pass through.
 */
export function defineAction<
  Schema extends z.core.$ZodType,
  G extends Gate,
  Data,
  Code extends string = never,
>(definition: {
  name: string
  gate: G
  schema: Schema
  handler: (actor: Admitted<G>, input: z.output<Schema>) => Promise<ActionResult<Data, Code>>
}): (input: z.input<Schema>) => Promise<ActionResult<Data, Code>> {
  const { name, gate, schema, handler } = definition
  return async (input) => {
    try {
      const actor = gate === 'public' ? null : await actorForAction()
      if (gate !== 'public' && !actor) return fail('signedOut')
      if (gate === 'admin' && actor?.role !== 'admin') return fail('forbidden')
      const parsed = z.safeParse(schema, input)
      if (!parsed.success) return fail('invalid', { fieldErrors: toFieldErrors(parsed.error) })
      return await handler(actor as Admitted<G>, parsed.data)
    } catch (error) {
      unstable_rethrow(error)
      log.error({ err: error, action: name }, 'an action failed')
      return fail('unexpected')
    }
  }
}
