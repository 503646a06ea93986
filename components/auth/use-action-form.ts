import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { type FieldValues, type Path, useForm } from 'react-hook-form'
import type * as z from 'zod/mini'
import type { ActionError, ActionResult } from '@/lib/domain/action-result'

type FormOptions<Input extends FieldValues, Output, Data, Code extends string> = {
  schema: z.ZodMiniType<Output, Input>
  action: (input: Input) => Promise<ActionResult<Data, Code>>
  onDone?: (data: Data, input: Input) => void
}

/**
 * A form whose fields are checked by its action's own schema. The action's field errors land at their fields, anything
 * else in `failure`; what was typed stays in every case. A field's first value is its own `defaultValue`: one given here
 * would erase what somebody, or their password manager, has typed before this script ran.
 */
export function useActionForm<Input extends FieldValues, Output, Data, Code extends string>(
  options: FormOptions<Input, Output, Data, Code>,
) {
  const [failure, setFailure] = useState<ActionError<Code | 'unreachable'> | null>(null)
  const [leaving, setLeaving] = useState(false)
  const form = useForm<Input>({
    // Raw: the action parses what was typed by itself, and must be given the same.
    resolver: zodResolver(options.schema, undefined, { raw: true }),
  })
  const submit = form.handleSubmit(async (input) => {
    setFailure(null)
    const result = await options.action(input).catch(outcomeOfThrow)
    if (result === 'leaving') return setLeaving(true)
    if (result.ok) return options.onDone?.(result.data, input)
    const fields = Object.entries(result.error.fieldErrors ?? {})
    for (const [path, message] of fields) form.setError(path as Path<Input>, { message }, { shouldFocus: true })
    if (fields.length === 0) setFailure(result.error)
  })
  return { ...form, submit, failure, setFailure, busy: form.formState.isSubmitting || leaving }
}

/** An action that redirects rejects after it has begun to navigate; anything else means that no answer came. */
function outcomeOfThrow(error: unknown): 'leaving' | { ok: false; error: ActionError<'unreachable'> } {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : ''
  if (digest.startsWith('NEXT_REDIRECT')) return 'leaving'
  return { ok: false, error: { code: 'unreachable' } }
}
