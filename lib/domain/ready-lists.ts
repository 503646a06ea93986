import type { Locale } from './locale'
import { READY_LIST_IDS, type ReadyList, type ReadyListId } from './ready-list'
import { READY_LISTS_EN } from './ready-lists-en'
import { READY_LISTS_PT } from './ready-lists-pt'

const LISTS: Record<Locale, Record<ReadyListId, ReadyList>> = { 'pt-BR': READY_LISTS_PT, en: READY_LISTS_EN }

/** The ready-made lists in a language, in the order in which they are shown. */
export const readyLists = (locale: Locale): (ReadyList & { id: ReadyListId })[] =>
  READY_LIST_IDS.map((id) => ({ id, ...LISTS[locale][id] }))
