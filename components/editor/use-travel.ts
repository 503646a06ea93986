'use client'

import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { flushSync } from 'react-dom'
import type { Editor, Way } from './editor'
import { focusNear, showField } from './field-path'
import { useStepText } from './step-text'

/**
 * A step back or forth, told to a screen reader by its name. By keys the focus goes to what changed; by a button it
 * stays, for who presses it again, and what changed comes into sight.
 */
export function useTravel(editor: Editor) {
  const t = useTranslations('steps')
  const stepText = useStepText()
  return useCallback(
    (way: Way, { focus }: { focus: boolean }) => {
      editor.sayAfterPause(() => null)
      const done = editor.travel(way)
      if (!done) return editor.say(t(`nothing.${way}`))
      editor.say(t(`done.${way}`, { what: stepText(done.name) }))
      if (focus && editor.view.get() === 'code' && editor.code.get()?.show(done.path)) return
      if (!focus) return showField(done.path)
      flushSync(() => editor.view.set('edit'))
      focusNear(done.path)
    },
    [editor, t, stepText],
  )
}

/**
 * Takes one certain step back: while it is the newest, by the history; once others came after it, by `otherwise`, which
 * keeps what they did. One that was taken back already is left alone. Answers whether the history did it.
 */
export function useTakeBack(editor: Editor) {
  const travel = useTravel(editor)
  return useCallback(
    (id: number | undefined, otherwise: () => void): boolean => {
      const { past } = editor.history.get()
      const isNewest = id !== undefined && past.at(-1)?.id === id
      if (isNewest) travel('undo', { focus: true })
      else if (past.some((step) => step.id === id)) otherwise()
      return isNewest
    },
    [editor, travel],
  )
}
