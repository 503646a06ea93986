'use client'

import { useEffect, useState } from 'react'
import { choice, useAddress } from '@/components/ui/address'
import type { Editor } from './editor'

const PARAMS = { asked: choice('view', ['edit', 'code', 'preview'], 'edit') }

/** What is shown is in the address, so that a reload, or a link, opens the same. */
export function useViewInAddress({ view }: Editor): void {
  const [{ asked }, change] = useAddress(PARAMS)
  // Before anything is drawn: else a page that was asked for the code would show the form first.
  useState(() => view.set(asked))
  useEffect(() => view.subscribe(() => change({ asked: view.get() })), [view, change])
  useEffect(() => view.set(asked), [view, asked])
}
