/** A read that the server answered with something else than 200. */
export class ReadError extends Error {
  constructor(readonly status: number) {
    super(`answered ${status}`)
  }
}

/** Reads one of our own GET routes. Throws ReadError, or what fetch throws when nobody answers. */
export async function readJson<Data>(address: string, signal?: AbortSignal): Promise<Data> {
  const response = await fetch(address, { signal, cache: 'no-store' })
  if (!response.ok) throw new ReadError(response.status)
  return response.json()
}

export const isSignedOut = (error: unknown) => error instanceof ReadError && error.status === 401

/** For react-query's `retry`: what the server refused stays refused. */
export const mayRetry = (failures: number, error: unknown) =>
  !(error instanceof ReadError && error.status < 500) && failures < 2
