import { fold } from './fold'

const LENGTH = 60

/** What the code of a list is called as a file: "Loja da Ana: julho" is `loja-da-ana-julho.json`. */
export function codeFileName(name: string): string {
  const slug = fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LENGTH)
    .replace(/^-+|-+$/g, '')
  return `${slug || 'lista'}.json`
}
