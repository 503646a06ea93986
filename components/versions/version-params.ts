import { createLoader, parseAsInteger } from 'nuqs/server'

/** What the address of the versions says: which two stand side by side, and before which number the list begins. */
export const VERSION_PARAMS = {
  from: parseAsInteger,
  to: parseAsInteger,
  before: parseAsInteger,
}

export const loadVersionParams = createLoader(VERSION_PARAMS)
