'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { toast } from '@/components/ui/toast'
import { createSavedViewAction, deleteSavedViewAction, updateSavedViewAction } from '@/lib/actions/saved-views'
import { type ActionResult, fail } from '@/lib/domain/action-result'
import type { SavedView, ViewPlace } from '@/lib/domain/saved-view'

const FAILURES = ['tooManyViews', 'gone', 'signedOut'] as const

/** The person's own views of a page: shown as they become, and told where that failed. */
export function useSavedViews(place: ViewPlace, first: SavedView[]) {
  const t = useTranslations('messages.views')
  const [views, setViews] = useState(first)

  async function attempt<Data>(
    act: () => Promise<ActionResult<Data, 'nameTaken' | 'tooManyViews' | 'gone'>>,
    done: (data: Data) => void,
  ) {
    const result = await act().catch(() => fail('unexpected'))
    if (result.ok) done(result.data)
    else if (!result.error.fieldErrors)
      toast.error(t(`failures.${FAILURES.find((code) => code === result.error.code) ?? 'unexpected'}`))
    return result
  }

  const create = (name: string, params: string) =>
    attempt(
      () => createSavedViewAction({ place, name, params }),
      (view) => {
        setViews((before) => [...before, view])
        toast(t('saved'))
      },
    )

  return {
    views,
    create,
    change: (view: SavedView, change: { name?: string; params?: string }) =>
      attempt(
        () => updateSavedViewAction({ id: view.id, ...change }),
        () => {
          setViews((before) => before.map((each) => (each.id === view.id ? { ...each, ...change } : each)))
          toast(t('changesSaved'))
        },
      ),
    remove: (view: SavedView) =>
      attempt(
        () => deleteSavedViewAction({ id: view.id }),
        () => {
          setViews((before) => before.filter(({ id }) => id !== view.id))
          toast(t('deleted', { name: view.name }), {
            action: { label: t('undo'), onClick: () => void create(view.name, view.params) },
          })
        },
      ),
  }
}
