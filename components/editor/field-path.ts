import type { FieldPath } from '@/lib/domain/list-edits'

/** The texts of a draft by their dotted paths. */
export type TextName =
  | 'header'
  | 'body'
  | 'footer'
  | 'button'
  | `sections.${number}.title`
  | `sections.${number}.rows.${number}.${'id' | 'title' | 'description'}`

/** The DOM id of what a path leads to: a field, or for a path to `rows` or `sections` the place where one is added. */
export const fieldId = (path: FieldPath | string) =>
  `list-${(typeof path === 'string' ? path : path.join('.')).replaceAll('.', '-')}`

export const toFieldPath = (name: string): FieldPath =>
  name.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step))

export const prefersStillness = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches

/** Puts the focus where a path leads, and brings it into sight. Says whether it is there. */
export function focusField(path: FieldPath, { travel = false } = {}): boolean {
  const element = document.getElementById(fieldId(path))
  if (!element) return false
  element.focus({ preventScroll: true })
  element.scrollIntoView({
    block: travel ? 'center' : 'nearest',
    behavior: travel && !prefersStillness() ? 'smooth' : 'auto',
  })
  return true
}

/** Where one would go on typing: at the path, or next to it where that is gone. */
export function focusNear(path: FieldPath): void {
  const [, s, , r] = path
  const places: FieldPath[] = [
    path,
    ['sections', Number(s), 'rows', Number(r) - 1, 'title'],
    ['sections', Number(s), 'title'],
    ['sections', Number(s) - 1, 'title'],
  ]
  places.some((place) => focusField(place))
}

/** Brings what a path leads to into sight, and leaves the focus where it is. */
export const showField = (path: FieldPath): void =>
  document.getElementById(fieldId(path))?.scrollIntoView({ block: 'nearest' })

/** Whether it is one of the draft's own texts. */
export const isDraftField = (element: Element) => element.id.startsWith('list-')

/** Which section, row and text something of the form belongs to; `r` or `field` is null where it belongs to none. */
export type ListPlace = { s: number; r: number | null; field: 'title' | 'description' | 'id' | null }

const PLACE = /^list-sections-(\d+)(?:-rows(?:-(\d+))?)?(?:-(title|description|id))?$/

export function placeOf(element: Element): ListPlace | null {
  const [, s, r, field] = PLACE.exec(element.closest('[id^="list-sections-"]')?.id ?? '') ?? []
  if (s === undefined) return null
  return { s: Number(s), r: r === undefined ? null : Number(r), field: (field as ListPlace['field']) ?? null }
}
