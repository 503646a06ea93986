import * as z from 'zod/mini'

export const PASSWORD_LENGTH = { min: 10, max: 128 } as const

/** Messages are keys of `forms.problems` in messages/*.json. */
const nameSchema = z.string().check(z.trim(), z.minLength(1, 'nameRequired'), z.maxLength(100, 'nameTooLong'))
const emailSchema = z.pipe(
  z.string().check(z.trim(), z.minLength(1, 'emailRequired'), z.maxLength(254, 'emailInvalid')),
  z.pipe(
    z.email('emailInvalid'),
    z.transform((email) => email.toLowerCase()),
  ),
)
const newPasswordSchema = z
  .string()
  .check(z.minLength(PASSWORD_LENGTH.min, 'passwordTooShort'), z.maxLength(PASSWORD_LENGTH.max, 'passwordTooLong'))
/** A password that somebody claims to have: any rule but presence would tell something about the real one. */
const knownPasswordSchema = z
  .string()
  .check(z.minLength(1, 'passwordRequired'), z.maxLength(PASSWORD_LENGTH.max, 'passwordTooLong'))

/** The first administrator, as `/setup` and ADMIN_EMAIL make it. */
export const newAdminSchema = z.object({ name: nameSchema, email: emailSchema, password: newPasswordSchema })
export type NewAdmin = z.input<typeof newAdminSchema>

export const signInSchema = z.object({ email: emailSchema, password: knownPasswordSchema })

export const changePasswordSchema = z.object({ currentPassword: knownPasswordSchema, newPassword: newPasswordSchema })
