/** Milliseconds to wait after so many failures in a row: doubling up to a ceiling, scattered over its upper half. */
export function backoffMs(failures: number, firstMs = 250, mostMs = 10_000): number {
  const most = Math.min(mostMs, firstMs * 2 ** Math.min(failures - 1, 20))
  return most * (0.5 + Math.random() / 2)
}
