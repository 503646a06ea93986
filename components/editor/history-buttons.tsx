'use client'

import { Redo2, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { IconButton } from '@/components/ui/icon-button'
import { useCell } from './cell'
import { useEditor, type Way } from './editor'
import { useStepText } from './step-text'
import { useTravel } from './use-travel'

/** A step back and a step forth, each named by what it would take back or do again. */
export function HistoryButtons() {
  return (
    <div className="ml-auto flex">
      <HistoryButton way="undo" />
      <HistoryButton way="redo" />
    </div>
  )
}

const ICONS = { undo: <Undo2 aria-hidden />, redo: <Redo2 aria-hidden /> }

function HistoryButton({ way }: { way: Way }) {
  const t = useTranslations('steps')
  const editor = useEditor()
  const stepText = useStepText()
  const travel = useTravel(editor)
  const name = useCell(editor.history, ({ past, future }) => (way === 'undo' ? past : future).at(-1)?.name)
  return (
    <IconButton
      label={name ? t(way, { what: stepText(name) }) : t(`none.${way}`)}
      icon={ICONS[way]}
      reason={name ? null : t(`nothing.${way}`)}
      onClick={() => travel(way, { focus: false })}
    />
  )
}
