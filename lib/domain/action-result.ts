import type { z } from 'zod'

/** What every action may answer besides its own codes. */
export type CommonErrorCode = 'invalid' | 'signedOut' | 'forbidden' | 'unexpected'

/** For each field that is wrong, by its dotted path, the key of the words that say why. */
export type FieldErrors = Record<string, string>

/**
 * Why an action did nothing. `code` and `fieldErrors` become words in the components; `params` fill those words
 * (`minutes` to wait, a newer `version`).
 */
export type ActionError<Code extends string = never> = {
  code: Code | CommonErrorCode
  fieldErrors?: FieldErrors
  params?: Record<string, string | number>
}

/** What every action answers; none throws to the browser. */
export type ActionResult<Data, Code extends string = never> =
  | { ok: true; data: Data }
  | { ok: false; error: ActionError<Code> }

export const succeed = <Data>(data: Data) => ({ ok: true as const, data })

export const fail = <Code extends string>(code: Code, more: Omit<ActionError<Code>, 'code'> = {}) => ({
  ok: false as const,
  error: { code, ...more },
})

/** The first thing wrong with each field. Rules name their problem in `params`, other schemas in their message. */
export function toFieldErrors(error: z.core.$ZodError): FieldErrors {
  const errors: FieldErrors = {}
  for (const issue of error.issues) {
    const named = issue.code === 'custom' ? issue.params?.problem : undefined
    errors[issue.path.join('.')] ??= typeof named === 'string' ? named : issue.message
  }
  return errors
}
