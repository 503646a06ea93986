/** Where our own pages answer on this machine, by the address that they listen on; null where that is none of its own. */
export function ownAddress(host: string, port: number): string | null {
  if (['127.0.0.1', '0.0.0.0', 'localhost'].includes(host)) return `http://127.0.0.1:${port}`
  return host === '::' || host === '::1' ? `http://[::1]:${port}` : null
}
