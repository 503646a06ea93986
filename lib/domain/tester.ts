import * as z from 'zod/mini'
import { parsePhone } from './phone'

/** Somebody who gets tests. */
export type TesterView = { id: string; name: string; phone: string }

/** More than these nobody asks for the same test, and one press may still carry them all. */
export const MAX_TESTERS = 20

/** What Settings saves. Messages are keys of `forms.problems`; the phone comes out as E.164. */
export const testerSchema = z.object({
  name: z.string().check(z.trim(), z.minLength(1, 'testerNameRequired'), z.maxLength(100, 'nameTooLong')),
  phone: z.pipe(
    z.string().check(z.maxLength(40, 'phoneInvalid')),
    z.transform((typed: string, context) => {
      const parsed = parsePhone(typed)
      if (parsed.ok) return parsed.phone
      const message = parsed.reason === 'empty' ? 'phoneRequired' : 'phoneInvalid'
      context.issues.push({ code: 'custom', message, input: typed })
      return z.NEVER
    }),
  ),
})
