import type { SavedView } from '@/lib/domain/saved-view'

/** A view that everybody has, by the key of its name. */
export type BuiltInView<Key extends string = string> = { key: Key; params: string }

const sorted = (query: string, without: string | null): string => {
  const params = new URLSearchParams(query)
  if (without) params.delete(without)
  params.sort()
  return params.toString()
}

/** Whether a page shows what a view holds; the columns count only where the view names them. */
export function isShowing(query: string, view: Pick<SavedView, 'params'>): boolean {
  const without = new URLSearchParams(view.params).has('columns') ? null : 'columns'
  return sorted(query, without) === sorted(view.params, without)
}

/** The query that a page gets by a view: one that names no columns leaves those that are shown. */
export function viewQuery(query: string, view: Pick<SavedView, 'params'>): string {
  const params = new URLSearchParams(view.params)
  const columns = new URLSearchParams(query).get('columns')
  if (columns && !params.has('columns')) params.set('columns', columns)
  return params.toString()
}
