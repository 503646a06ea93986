import { z } from 'zod'

export const PASSWORD_LENGTH = { min: 10, max: 128 } as const

/** Messages are keys of `forms.problems` in messages/*.json. */
const nameSchema = z.string().trim().min(1, 'nameRequired').max(100, 'nameTooLong')
const emailSchema = z
  .string()
  .trim()
  .min(1, 'emailRequired')
  .max(254, 'emailInvalid')
  .pipe(z.email('emailInvalid'))
  .transform((email) => email.toLowerCase())
const newPasswordSchema = z
  .string()
  .min(PASSWORD_LENGTH.min, 'passwordTooShort')
  .max(PASSWORD_LENGTH.max, 'passwordTooLong')
/** A password that somebody claims to have: any rule but presence would tell something about the real one. */
const knownPasswordSchema = z.string().min(1, 'passwordRequired').max(PASSWORD_LENGTH.max, 'passwordTooLong')

/** The first administrator, as `/setup` and ADMIN_EMAIL make it. */
export const newAdminSchema = z.object({ name: nameSchema, email: emailSchema, password: newPasswordSchema })
export type NewAdmin = z.input<typeof newAdminSchema>

export const signInSchema = z.object({ email: emailSchema, password: knownPasswordSchema })

export const changePasswordSchema = z.object({ currentPassword: knownPasswordSchema, newPassword: newPasswordSchema })
