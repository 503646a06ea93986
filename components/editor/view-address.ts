'use client'

import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { useEffect, useState } from 'react'
import type { Editor } from './editor'

const VIEW = parseAsStringLiteral(['edit', 'code', 'preview']).withDefault('edit')

/** What is shown is in the address, so that a reload, or a link, opens the same. */
export function useViewInAddress({ view }: Editor): void {
  const [asked, setAsked] = useQueryState(
    'view',
    VIEW.withOptions({ history: 'replace', shallow: true, clearOnDefault: true }),
  )
  // Before anything is drawn: else a page that was asked for the code would show the form first.
  useState(() => view.set(asked))
  useEffect(() => view.subscribe(() => void setAsked(view.get())), [view, setAsked])
  useEffect(() => view.set(asked), [view, asked])
}
