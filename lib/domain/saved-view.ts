// "Visões": filters and columns that somebody keeps under a name. Plain JSON, and no schema: pages carry it.

export const VIEW_PLACES = ['messages', 'sends'] as const
/** The page that a view is of. */
export type ViewPlace = (typeof VIEW_PLACES)[number]

export const VIEW_NAME_LENGTH = 60
/** The longest query that an address of ours has. */
export const VIEW_PARAMS_LENGTH = 2_000
/** Of one person for one page: more are not views but a list of their own. */
export const MAX_VIEWS = 30

/** @property params the address's query, without its question mark */
export type SavedView = { id: string; name: string; params: string }
