import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies'
import { cookies } from 'next/headers'
import type { UserActor } from '@/lib/domain/actor'
import { auth } from './better-auth'
import { isSecure } from './is-secure'
import { currentHeaders, mint } from './session'

/**
 * Who presses, or null. Only here is a session prolonged: a page being drawn cannot set its cookie. A dead cookie is
 * left alone, as touching it would make Next draw the page anew, away from what the person has typed.
 */
export async function actorForAction(): Promise<UserActor | null> {
  const from = await currentHeaders()
  const { headers: answered, response } = await auth(isSecure(from)).api.getSession({
    headers: from,
    returnHeaders: true,
  })
  if (!response) return null
  await keepCookies(answered)
  return mint(response.user)
}

/** Hands the cookies of an answer of better-auth's to the browser. */
export async function keepCookies(answered: Headers): Promise<void> {
  const jar = await cookies()
  for (const line of answered.getSetCookie()) {
    for (const [name, cookie] of parseSetCookieHeader(line)) jar.set(name, cookie.value, toCookieOptions(cookie))
  }
}
