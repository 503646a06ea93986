'use client'

import dynamic from 'next/dynamic'
import { useEffect } from 'react'
import { placeOf } from './field-path'
import { useKeyActions } from './key-actions'
import { findKey, isMac } from './keys'

const KeySheet = dynamic(() => import('./key-sheet').then((module) => module.KeySheet), {
  ssr: false,
  loading: () => null,
})

type KeyboardProps = {
  showsSheet: boolean
  onSheet: (shows: boolean) => void
  onSave: () => void
}

const TEXTS = 'input, textarea, select, [contenteditable]'
const isCovered = () => !!document.querySelector('[role="dialog"], [role="menu"]')

/** Hears the keys of the whole page, and shows what they are. */
export function Keyboard({ showsSheet, onSheet, onSave }: KeyboardProps) {
  const actions = useKeyActions()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || !(event.target instanceof Element)) return
      const found = findKey(event, isMac())
      if (!found) return
      const { entry, by } = found
      const place = placeOf(event.target)
      const isInText = event.target.matches(TEXTS)
      if (entry.scope === 'outsideTexts' && isInText) return
      if (entry.scope === 'rowText' && !(isInText && place?.field && place.r !== null)) return
      if (entry.scope === 'list' && !place) return
      event.preventDefault()
      if (isCovered() || (event.repeat && !entry.repeats)) return
      if (entry.name === 'save') onSave()
      else if (entry.name === 'help') onSheet(true)
      else if (place) actions[entry.name](place, by)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [actions, onSave, onSheet])
  return showsSheet && <KeySheet onClose={() => onSheet(false)} />
}
