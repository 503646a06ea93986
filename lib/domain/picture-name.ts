import { fold } from './fold'
import type { PhoneSkin } from './phone-cuts'

const LENGTH = 48

/** Words as a part of a file's name: "Segunda via!" is `segunda-via`. */
export const pictureSlug = (words: string): string =>
  fold(words)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LENGTH)
    .replace(/^-+|-+$/g, '') || 'lista'

/** The file name of a phone's picture: "Segunda via" on an iPhone gives `segunda-via-iphone.png`. */
export const pictureName = (words: string, skin: PhoneSkin): string => `${pictureSlug(words)}-${skin}.png`
