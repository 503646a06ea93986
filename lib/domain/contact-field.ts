import * as z from 'zod/mini'
import { fold } from './fold'

// Columns of one's own in the contacts: a birthday, a plan, a unit.

export const FIELD_LABEL_LENGTH = 40
export const FIELD_LIMIT = 20

export type ContactFieldView = { key: string; label: string }

/** Messages are keys of `contacts.problems`. */
export const fieldLabelSchema = z.pipe(
  z.pipe(
    z.string().check(z.maxLength(1_000, 'labelTooLong')),
    z.transform((text) =>
      text
        .replace(/[\0\p{Surrogate}]/gu, '')
        .replace(/\s+/g, ' ')
        .trim(),
    ),
  ),
  z.string().check(z.minLength(1, 'labelRequired'), z.maxLength(FIELD_LABEL_LENGTH, 'labelTooLong')),
)

export const fieldKeySchema = z.string().check(z.minLength(1), z.maxLength(80))

/** The key that a column has for good, whatever it is called later: "Data de Nascimento" is `data_de_nascimento`. */
export const toFieldKey = (label: string): string =>
  fold(label)
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')

/** A key that no other column has. */
export function freeFieldKey(label: string, taken: readonly string[]): string {
  const key = toFieldKey(label) || 'campo'
  for (let n = 1; ; n++) {
    const tried = n === 1 ? key : `${key}_${n}`
    if (!taken.includes(tried)) return tried
  }
}

export const isSameLabel = (a: string, b: string): boolean => fold(a) === fold(b)
