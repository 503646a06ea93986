'use client'

import dynamic from 'next/dynamic'
import { useEffect } from 'react'
import { useEditor, type Way } from './editor'
import { isDraftField, placeOf } from './field-path'
import { useKeyActions } from './key-actions'
import { findKey, isMac } from './keys'
import { useTravel } from './use-travel'

const KeySheet = dynamic(() => import('./key-sheet').then((module) => module.KeySheet), {
  ssr: false,
  loading: () => null,
})

type KeyboardProps = {
  showsSheet: boolean
  onSheet: (shows: boolean) => void
  onSave: () => void
}

const WAYS: Record<string, Way | undefined> = { historyUndo: 'undo', historyRedo: 'redo' }
const TEXTS = 'input, textarea, select, [contenteditable]'
const isCovered = () => !!document.querySelector('[role="dialog"], [role="menu"]')

/** Hears the keys of the whole page, and shows what they are. */
export function Keyboard({ showsSheet, onSheet, onSave }: KeyboardProps) {
  const actions = useKeyActions()
  const travel = useTravel(useEditor())
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || !(event.target instanceof Element)) return
      const found = findKey(event, isMac())
      if (!found) return
      const { entry, by } = found
      // The bar over the body hears these.
      if (entry.name === 'bold' || entry.name === 'italic') return
      const place = placeOf(event.target)
      const isInText = event.target.matches(TEXTS)
      if (entry.scope === 'outsideTexts' && isInText) return
      if (entry.scope === 'rowText' && !(isInText && place?.field && place.r !== null)) return
      if (entry.scope === 'list' && !place) return
      if (entry.scope === 'draft' && (isCovered() || (isInText && !isDraftField(event.target)))) return
      event.preventDefault()
      if (isCovered() || (event.repeat && !entry.repeats)) return
      if (entry.name === 'save') onSave()
      else if (entry.name === 'help') onSheet(true)
      else if (entry.name === 'undo' || entry.name === 'redo') travel(entry.name, { focus: true })
      else if (place) actions[entry.name](place, by)
    }
    // The browser's menu, or a shaken phone: what it would take back is not what the draft has been through.
    const redirect = (event: InputEvent) => {
      const way = WAYS[event.inputType]
      if (!way || !event.cancelable || !(event.target instanceof Element) || !isDraftField(event.target)) return
      event.preventDefault()
      travel(way, { focus: true })
    }
    window.addEventListener('keydown', press)
    window.addEventListener('beforeinput', redirect)
    return () => {
      window.removeEventListener('keydown', press)
      window.removeEventListener('beforeinput', redirect)
    }
  }, [actions, travel, onSave, onSheet])
  return showsSheet && <KeySheet onClose={() => onSheet(false)} />
}
