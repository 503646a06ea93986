/** One attempt at one recipient. */
export type Attempt = { id: bigint; attempt: number }

/** What goes with a request as `biz_opaque_callback_data`: by it a status names the very attempt that it is about. */
export const toCallbackData = ({ id, attempt }: Attempt): string => `listazap:${id}:${attempt}`

/** The attempt that a status names, or null where the words are none of ours. */
export function parseCallbackData(data: string): Attempt | null {
  const [, id, attempt] = /^listazap:([1-9]\d{0,17}):([1-9]\d{0,8})$/.exec(data) ?? []
  return id && attempt ? { id: BigInt(id), attempt: Number(attempt) } : null
}
