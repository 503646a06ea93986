/** What the provider may send at most in one POST. Source: Meta, webhooks overview. */
export const MOST_BYTES = 3 * 1024 * 1024

/** The bytes of a request's body as they came, or `tooBig` as soon as that is known. */
export async function readBody(
  body: AsyncIterable<Uint8Array>,
  declared: string | null,
): Promise<Uint8Array<ArrayBuffer> | 'tooBig'> {
  if (Number(declared ?? 0) > MOST_BYTES) return 'tooBig'
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of body) {
    length += piece.length
    if (length > MOST_BYTES) return 'tooBig'
    pieces.push(piece)
  }
  return Buffer.concat(pieces, length)
}
