import type { Readable } from 'node:stream'
import { type Entry, openPromise } from 'yauzl'
import { FileProblem } from './file-record'

const MOST_PARTS = 10_000

/** A zip file on disk whose parts are unpacked one at a time, as they are read. */
export type Unzipped = {
  has: (name: string) => boolean
  /** The bytes of a part; where it is missing, none. */
  open: (name: string) => AsyncIterable<Uint8Array>
  sizeOf: (name: string) => number
  close: () => void
}

/**
 * Opens a zip file. One whose parts say that they come to more than `unzippedBytes` is refused before anything is unpacked,
 * and a part that grows larger than it says ends there (yauzl checks that).
 */
export async function unzip(path: string, limits: { unzippedBytes: number }): Promise<Unzipped> {
  const parts = new Map<string, Entry>()
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch(broken)
  let total = 0
  try {
    for await (const entry of zip.eachEntry()) {
      total += entry.uncompressedSize
      if (total > limits.unzippedBytes) throw new FileProblem('unzipsTooBig', null, { max: limits.unzippedBytes })
      if (parts.size >= MOST_PARTS) throw new FileProblem('broken')
      if (entry.isEncrypted()) throw new FileProblem('locked')
      parts.set(entry.fileName.toLowerCase(), entry)
    }
  } catch (error) {
    zip.close()
    broken(error)
  }
  async function* open(name: string) {
    const entry = parts.get(name.toLowerCase())
    if (!entry) return
    const stream: Readable = await zip.openReadStreamPromise(entry).catch(broken)
    try {
      yield* stream as AsyncIterable<Uint8Array>
    } catch (error) {
      broken(error)
    } finally {
      stream.destroy()
    }
  }
  return {
    has: (name) => parts.has(name.toLowerCase()),
    open,
    sizeOf: (name) => parts.get(name.toLowerCase())?.uncompressedSize ?? 0,
    close: () => zip.close(),
  }
}

function broken(error: unknown): never {
  throw error instanceof FileProblem ? error : new FileProblem('broken')
}
