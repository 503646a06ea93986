'use client'

import { GripVertical } from 'lucide-react'
import { createContext, type KeyboardEvent, type PointerEvent, use } from 'react'
import { Button } from '@/components/ui/button'

type DragStart = (event: PointerEvent | KeyboardEvent) => void

/** What begins a drag, by the key of what is dragged: empty until the part that drags has been loaded. */
export type DragStarts = Map<string, DragStart>
export const DragStarts = createContext<DragStarts>(new Map())

export const handleId = (itemKey: string) => `drag-${itemKey}`
export const dropId = (gap: string) => `drop-${gap}`
/** The id of what tells readers how to drag by keyboard. */
export const DRAG_HOW = 'drag-how'

/** Without a tooltip, unlike other icon buttons: it would stand in the way of what is dragged. */
export function DragHandle({ itemKey, label }: { itemKey: string; label: string }) {
  const starts = use(DragStarts)
  const start: DragStart = (event) => starts.get(itemKey)?.(event)
  return (
    <Button
      id={handleId(itemKey)}
      variant="quiet"
      size="icon-sm"
      aria-label={label}
      aria-describedby={DRAG_HOW}
      className="w-7 cursor-grab touch-none @4xl:w-6"
      onPointerDown={(event) => {
        // A finger leaves the focus in the text where it was, and the page would go back there when the drag begins.
        event.currentTarget.focus({ preventScroll: true })
        start(event)
      }}
      onKeyDown={start}
    >
      <GripVertical aria-hidden />
    </Button>
  )
}
