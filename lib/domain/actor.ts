declare const minted: unique symbol

/**
 * Proof that somebody may act: a signed-in person, one of our own processes, or whoever looks at a shared message.
 * Only `lib/auth` makes one, so a query or command that takes an Actor cannot be reached without the gate.
 */
export type Actor = { readonly [minted]: true } & (
  | { kind: 'user'; userId: string; name: string; email: string; role: 'admin' | 'member' }
  | { kind: 'system'; name: 'worker' | 'start' | 'health' | 'visitor' | 'webhook' }
)

export type UserActor = Extract<Actor, { kind: 'user' }>
