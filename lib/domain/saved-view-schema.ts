import * as z from 'zod/mini'
import { VIEW_NAME_LENGTH, VIEW_PARAMS_LENGTH, VIEW_PLACES } from './saved-view'

export const viewPlaceSchema = z.enum(VIEW_PLACES)

/** Messages are keys of `messages.views.problems`. */
export const viewNameSchema = z.pipe(
  z.pipe(
    z.string().check(z.maxLength(1_000, 'nameTooLong')),
    z.transform((text) =>
      text
        .replace(/[\0\p{Surrogate}]/gu, '')
        .replace(/\s+/g, ' ')
        .trim(),
    ),
  ),
  z.string().check(z.minLength(1, 'nameRequired'), z.maxLength(VIEW_NAME_LENGTH, 'nameTooLong')),
)

export const viewParamsSchema = z.string().check(z.maxLength(VIEW_PARAMS_LENGTH), z.regex(/^[^\0]*$/))
