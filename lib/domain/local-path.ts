/** Where people begin. */
export const START = '/'

/**
 * A path of our own to go on to after signing in, or the start page: whatever a link claims, the browser never leaves
 * this site. A backslash counts as a slash to browsers, and control characters are dropped by them.
 */
export function toLocalPath(next: string | string[] | null | undefined, otherwise = START): string {
  if (typeof next !== 'string' || !/^\/(?![/\\])/.test(next) || /[\p{Cc}\\]/u.test(next)) return otherwise
  if (next === '/' || /^\/(sign-in|setup|api)(\/|\?|#|$)/.test(next)) return otherwise
  return next
}
