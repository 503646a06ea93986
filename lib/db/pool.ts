import pg from 'pg'
import { env } from '@/lib/env'

/**
 * A pool for a library that brings its own SQL. It outlives that library's own stops and starts, and `onError` hears of
 * every connection that breaks, in use or idle: one that nobody listens to would end the process.
 */
export function openPool(max: number, onError: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({ connectionString: env().DATABASE_URL, max })
  pool.on('error', onError)
  pool.on('connect', (client) => client.on('error', onError))
  return pool
}
