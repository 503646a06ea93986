import { isUtf8 } from 'node:buffer'
import { FileProblem } from './file-record'

/** What Windows-1252 has between 0x80 and 0x9f; the rest is Latin-1. Some releases of Node take all of it for Latin-1. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const fromWindows = (bytes: Buffer): string =>
  bytes
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (character) => WINDOWS[character.charCodeAt(0) - 0x80] ?? character)

/** Where the character ends that begins last: what comes after is not yet whole. */
function wholeLength(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return bytes.length
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? bytes.length - back : bytes.length
  }
  return bytes.length
}

/** UTF-8 with a byte broken here and there, rather than Windows-1252: more of its accents are whole than not. */
function isBrokenUtf8(bytes: Buffer): boolean {
  const characters = bytes.toString('utf8')
  const broken = characters.match(/\ufffd/g)?.length ?? 0
  const whole = characters.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0
  return whole > broken
}

type Decode = (bytes: Buffer, isLast: boolean) => string

/** UTF-8 until a byte says that it is not: until then both are alike, since nothing but ASCII came. */
function utf8OrWindows(): Decode {
  let rest = Buffer.alloc(0)
  let encoding: 'unsure' | 'utf8' | 'windows' = 'unsure'
  return (bytes, isLast) => {
    if (encoding === 'windows') return fromWindows(bytes)
    const all = rest.length > 0 ? Buffer.concat([rest, bytes]) : bytes
    const whole = isLast ? all.length : wholeLength(all)
    const ready = all.subarray(0, whole)
    if (encoding === 'unsure' && !isUtf8(ready)) encoding = isBrokenUtf8(ready) ? 'utf8' : 'windows'
    if (encoding === 'windows') return fromWindows(all)
    const text = ready.toString('utf8')
    if (encoding === 'unsure' && text.length < ready.length) encoding = 'utf8'
    rest = Buffer.from(all.subarray(whole))
    return text
  }
}

function utf16(encoding: 'utf-16le' | 'utf-16be'): Decode {
  const decoder = new TextDecoder(encoding)
  return (bytes, isLast) => decoder.decode(bytes, { stream: !isLast })
}

/** By its mark; without one, UTF-16 shows by the zero in every other byte of what is mostly ASCII. */
function decoderFor(head: Buffer): { skip: number; decode: Decode } {
  if (head[0] === 0xff && head[1] === 0xfe) return { skip: 2, decode: utf16('utf-16le') }
  if (head[0] === 0xfe && head[1] === 0xff) return { skip: 2, decode: utf16('utf-16be') }
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { skip: 3, decode: utf8OrWindows() }
  const zeros = [0, 0]
  const looked = head.subarray(0, 1000)
  looked.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (odd > looked.length / 4 && even === 0) return { skip: 0, decode: utf16('utf-16le') }
  if (even > looked.length / 4 && odd === 0) return { skip: 0, decode: utf16('utf-16be') }
  return { skip: 0, decode: utf8OrWindows() }
}

const HEAD = 1000

/**
 * The text of a file in UTF-8, UTF-16 or Windows-1252, whatever its parts, with "\n" for each end of a line. Throws a
 * FileProblem, with its line, where a NUL says that it is no text.
 */
export async function* decodeText(parts: AsyncIterable<Uint8Array>): AsyncGenerator<string, void, undefined> {
  let decode: Decode | undefined
  let waiting = Buffer.alloc(0)
  let line = 1
  let carriage = ''

  const toText = (bytes: Buffer, isLast: boolean): string => {
    if (!decode) {
      const found = decoderFor(bytes)
      decode = found.decode
      return toText(bytes.subarray(found.skip), isLast)
    }
    const text = carriage + decode(bytes, isLast)
    carriage = !isLast && text.endsWith('\r') ? '\r' : ''
    const lines = (carriage ? text.slice(0, -1) : text).replace(/\r\n?/g, '\n')
    const nul = lines.indexOf('\0')
    if (nul >= 0) throw new FileProblem('notText', line + countLines(lines.slice(0, nul)))
    line += countLines(lines)
    return lines
  }

  for await (const part of parts) {
    const bytes = Buffer.from(part.buffer, part.byteOffset, part.byteLength)
    if (!decode) {
      waiting = Buffer.concat([waiting, bytes])
      if (waiting.length < HEAD) continue
      yield toText(waiting, false)
    } else yield toText(bytes, false)
  }
  yield toText(decode ? Buffer.alloc(0) : waiting, true)
}

function countLines(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1
  return count
}
