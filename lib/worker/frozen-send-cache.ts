import type { FrozenSend } from '@/lib/domain/frozen-send'

/** The Sends that are being dispatched: each is read once, since it never changes. The least recently used is forgotten. */
export class FrozenSendCache {
  private readonly kept = new Map<string, FrozenSend>()

  constructor(
    private readonly load: (ids: string[]) => Promise<FrozenSend[]>,
    private readonly most = 200,
  ) {}

  /** These Sends by id; one that is gone from the database is missing. */
  async get(ids: string[]): Promise<Map<string, FrozenSend>> {
    const wanted = new Set(ids)
    const missing = [...wanted].filter((id) => !this.kept.has(id))
    const loaded = missing.length > 0 ? await this.load(missing) : []
    for (const send of loaded) this.kept.set(send.id, send)
    const found = new Map<string, FrozenSend>()
    for (const id of wanted) {
      const send = this.kept.get(id)
      if (!send) continue
      found.set(id, send)
      this.kept.delete(id)
      this.kept.set(id, send)
    }
    for (const id of this.kept.keys()) {
      if (this.kept.size <= this.most) break
      this.kept.delete(id)
    }
    return found
  }
}
