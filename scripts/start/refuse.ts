import fs from 'node:fs'
import net from 'node:net'
import { Problem } from '../problem'

const MB = 1024 * 1024

/** PostgreSQL stops in the middle of a write when the disk is full, so a start does not begin near that. */
export function refuseFullDisk(folder: string, name: string, wanted: number): void {
  const { bavail, bsize } = fs.statfsSync(folder)
  const free = Math.floor((bavail * bsize) / MB)
  if (free >= wanted) return
  throw new Problem(
    `There is not enough disk space in ${name} (${folder}): ${free} MB are free, and ${wanted} are needed.`,
  )
}

/** Refuses a port that somebody listens on, on the address asked for or on the one that `localhost` may mean. */
export async function refuseTakenPort(port: number, host: string): Promise<void> {
  for (const address of new Set([host, '127.0.0.1', '::1'])) {
    const code = await tryToListen(port, address)
    if (code === 'EADDRINUSE') {
      throw new Problem(`Port ${port} is in use: end the program that uses it, or set PORT to another one.`)
    }
    if (address !== host) continue
    if (code === 'EACCES') throw new Problem(`Port ${port} needs more rights: set PORT to one above 1023.`)
    if (code) throw new Problem(`HOST must be an address of this machine: listening on ${host} failed (${code}).`)
  }
}

const tryToListen = (port: number, host: string) =>
  new Promise<string | null>((resolve) => {
    const server = net.createServer()
    server.once('error', (error) => resolve('code' in error ? String(error.code) : error.message))
    server.listen({ port, host }, () => server.close(() => resolve(null)))
  })
