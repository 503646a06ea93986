import { fold } from './fold'
import type { PhoneSkin } from './phone-cuts'

const LENGTH = 48

/** The file name of a phone's picture: "Segunda via" on an iPhone gives `segunda-via-iphone.png`. */
export function pictureName(words: string, skin: PhoneSkin): string {
  const slug = fold(words)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LENGTH)
    .replace(/^-+|-+$/g, '')
  return `${slug || 'lista'}-${skin}.png`
}
