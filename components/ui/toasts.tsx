'use client'

import { useEffect } from 'react'
import { useOnDemand, useSoon } from './on-demand'
import { listen, toaster } from './toast'

/** Where toasts appear, from the moment the page is at rest: readers hear only what comes into a place that was there. */
export function Toasts() {
  useSoon(toaster)
  const parts = useOnDemand(toaster)
  // Its own effects come before ours: by then it hears what is said.
  useEffect(() => (parts ? listen() : undefined), [parts])
  return parts && <parts.Toaster />
}
