'use client'

import dynamic from 'next/dynamic'
import type { ComponentProps } from 'react'

const SignInDialog = dynamic(() => import('@/components/auth/sign-in-dialog').then((module) => module.SignInDialog))

/** Its form is read only by those whose session has ended. */
export function LazySignInDialog(props: ComponentProps<typeof SignInDialog>) {
  return props.open ? <SignInDialog {...props} /> : null
}
