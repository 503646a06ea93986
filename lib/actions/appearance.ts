'use server'

import { cookies } from 'next/headers'
import { z } from 'zod'
import { succeed } from '@/lib/domain/action-result'
import { LOCALE_COOKIE, LOCALES } from '@/lib/domain/locale'
import { THEME_COOKIE, THEMES } from '@/lib/domain/theme'
import { defineAction } from './define-action'

const keep = async (name: string, value: string) =>
  (await cookies()).set(name, value, { maxAge: 60 * 60 * 24 * 365, sameSite: 'lax', httpOnly: true, path: '/' })

/** Public: the sign-in page speaks and looks as the person chose, too. */
export const setThemeAction = defineAction({
  name: 'setTheme',
  gate: 'public',
  schema: z.object({ theme: z.enum(THEMES) }),
  handler: async (_actor, { theme }) => {
    await keep(THEME_COOKIE, theme)
    return succeed(null)
  },
})

export const setLocaleAction = defineAction({
  name: 'setLocale',
  gate: 'public',
  schema: z.object({ locale: z.enum(LOCALES) }),
  handler: async (_actor, { locale }) => {
    await keep(LOCALE_COOKIE, locale)
    return succeed(null)
  },
})
