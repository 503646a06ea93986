import { createLoader, parseAsBoolean, parseAsString } from 'nuqs/server'

/** What the library's address says: what is searched for, and which of the two shelves. */
export const LIBRARY_PARAMS = {
  q: parseAsString.withDefault(''),
  archived: parseAsBoolean.withDefault(false),
}

export const loadLibraryParams = createLoader(LIBRARY_PARAMS)
