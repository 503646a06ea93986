'use client'

import {
  type Active,
  type CollisionDetection,
  DndContext,
  DragOverlay,
  KeyboardSensor,
  PointerSensor,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { GripVertical } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { use, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { placeRow, placeSection } from '@/lib/domain/list-edits'
import { DRAG_HOW, DragStarts, dropId, handleId } from './drag-handle'
import {
  type DragPlace,
  endOf,
  gapsFor,
  isSamePlace,
  LIST_END,
  type ListShape,
  landing,
  nextGap,
  placeOfKey,
} from './drag-places'
import { useEditor } from './editor'
import { prefersStillness } from './field-path'

/** What is in the hand: from where, above which gap, where it would stand, and whether it has been anywhere else. */
type Lifted = { key: string; from: DragPlace; gap: string; to: DragPlace; hasMoved: boolean }
type LiftedRef = { readonly current: Lifted | null }

// Nothing in the list gives way to what is in the hand: there is no shift to make up for.
const SCROLL = { threshold: { x: 0, y: 0.18 }, layoutShiftCompensation: false }
const STEPS: Record<string, -1 | 1 | undefined> = { ArrowUp: -1, ArrowDown: 1 }
const slide = (event: Event | null) =>
  event instanceof KeyboardEvent && !prefersStillness() ? 'transform 160ms ease' : 'none'

/**
 * Dragging, beside the list and not around it: it is loaded late, and draws the list's cards neither then nor while
 * something is dragged. It finds them by their ids. The draft changes once, at the drop.
 */
export function DragLayer({ shape }: { shape: ListShape }) {
  const editor = useEditor()
  const lifted = useRef<Lifted | null>(null)
  const [target, setTarget] = useState<string | null>(null)
  const announcements = useAnnouncements(shape.length, lifted)

  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, {
      scrollBehavior: 'auto',
      coordinateGetter: (event, { context, currentCoordinates }) => {
        const by = STEPS[event.code]
        const now = lifted.current
        if (!by || !now) return
        event.preventDefault()
        const gap = nextGap(shape, now.from, now.gap, by)
        const rect = gap && context.droppableRects.get(gap)
        if (!gap || !rect) return
        now.gap = gap
        return { x: currentCoordinates.x, y: rect.top }
      },
    }),
  )

  /** By pointer the gap whose edge is nearest; by keyboard the one that the arrows have come to. */
  const findGap: CollisionDetection = ({ active, droppableRects, pointerCoordinates }) => {
    const key = String(active.id)
    const from = placeOfKey(shape, key)
    if (!from) return []
    if (!pointerCoordinates) return [{ id: lifted.current?.gap ?? key }]
    const away = (gap: string) => Math.abs((droppableRects.get(gap)?.top ?? Infinity) - pointerCoordinates.y)
    const [nearest] = gapsFor(shape, from).sort((a, b) => away(a) - away(b))
    return nearest === undefined ? [] : [{ id: nearest }]
  }

  const lift = ({ active }: { active: Active }) => {
    const key = String(active.id)
    const from = placeOfKey(shape, key)
    lifted.current = from && { key, from, gap: key, to: from, hasMoved: false }
    document.documentElement.toggleAttribute('data-dragging', true)
  }
  const hover = (gap: string | undefined) => {
    const now = lifted.current
    if (!now || gap === undefined) return setTarget(null)
    now.gap = gap
    now.to = landing(shape, now.from, gap) ?? now.from
    const isElsewhere = !isSamePlace(now.to, now.from)
    now.hasMoved ||= isElsewhere
    setTarget(isElsewhere ? gap : null)
  }
  const letGo = () => {
    setTarget(null)
    document.documentElement.removeAttribute('data-dragging')
  }
  useEffect(() => () => document.documentElement.removeAttribute('data-dragging'), [])

  const drop = () => {
    letGo()
    const now = lifted.current
    // The list may have become another one since: what is in the hand is looked up anew.
    const from = now && placeOfKey(shape, now.key)
    const to = from && landing(shape, from, now.gap)
    if (!now || !from || !to) return
    Object.assign(now, { from, to })
    const { s, r } = from
    editor.edit(
      { code: r === null ? 'moveSection' : 'moveRow' },
      (draft) =>
        r === null || to.r === null ? placeSection(draft, s, to.s) : placeRow(draft, { s, r }, { s: to.s, r: to.r }),
      { focus: false },
    )
    const handle = document.getElementById(handleId(now.key))
    handle?.focus({ preventScroll: true })
    handle?.scrollIntoView({ block: 'nearest' })
  }

  return (
    <DndContext
      id={DRAG_HOW}
      sensors={sensors}
      collisionDetection={findGap}
      autoScroll={SCROLL}
      accessibility={announcements}
      onDragStart={lift}
      onDragOver={({ over }) => hover(over ? String(over.id) : undefined)}
      onDragEnd={drop}
      onDragCancel={letGo}
    >
      {shape.map(({ key, rows }) => [
        <Item key={key} itemKey={key} line={target === key ? 'section' : null} />,
        ...rows.map((row) => <Item key={row} itemKey={row} line={target === row ? 'row' : null} />),
        <End key={endOf(key)} gap={endOf(key)} line={target === endOf(key) ? 'row' : null} />,
      ])}
      <End gap={LIST_END} line={target === LIST_END ? 'section' : null} />
      {createPortal(
        <DragOverlay dropAnimation={null} transition={slide} className="pointer-events-none">
          <InHand lifted={lifted} />
        </DragOverlay>,
        document.body,
      )}
    </DndContext>
  )
}

/** The line above something, if what is in the hand would go there. */
type Line = 'row' | 'section' | null

function drawLine(element: HTMLElement | null, line: Line) {
  if (line) element?.setAttribute('data-drop', line)
  else element?.removeAttribute('data-drop')
}

/** A row or section of the list, which can be lifted, and before which another can be put. It draws nothing itself. */
function Item({ itemKey, line }: { itemKey: string; line: Line }) {
  const starts = use(DragStarts)
  const { listeners, isDragging, setNodeRef, setActivatorNodeRef } = useDraggable({ id: itemKey })
  const drop = useDroppable({ id: itemKey })
  // After every drawing: a row that has gone over into another section is another element by then.
  useLayoutEffect(() => {
    const handle = document.getElementById(handleId(itemKey))
    const card = handle?.closest<HTMLElement>('[role="group"]') ?? null
    setActivatorNodeRef(handle)
    setNodeRef(card)
    drop.setNodeRef(card)
    card?.toggleAttribute('data-lifted', isDragging)
    drawLine(card, line)
  })
  useEffect(() => {
    starts.set(itemKey, (event) => listeners?.[event.type === 'keydown' ? 'onKeyDown' : 'onPointerDown']?.(event))
    return () => {
      starts.delete(itemKey)
    }
  }, [starts, itemKey, listeners])
  return null
}

function End({ gap, line }: { gap: string; line: Line }) {
  const { setNodeRef } = useDroppable({ id: gap })
  useLayoutEffect(() => {
    const place = document.getElementById(dropId(gap))
    setNodeRef(place)
    drawLine(place, line)
  })
  return null
}

/** What goes along with the pointer: the name alone, so that the list stays in sight. */
function InHand({ lifted }: { lifted: LiftedRef }) {
  const t = useTranslations('editor')
  const { sections } = useEditor().read()
  const from = lifted.current?.from
  if (!from) return null
  const section = sections[from.s]
  const { name, title } =
    from.r === null
      ? { name: t('section', { number: from.s + 1 }), title: section?.title }
      : { name: t('row', { number: from.r + 1 }), title: section?.rows[from.r]?.title }
  return (
    <div
      aria-hidden
      className="inline-flex h-10 max-w-[min(22rem,80vw)] items-center gap-1.5 rounded-lg border border-line-strong/45 bg-surface pr-3.5 pl-2 text-[0.8667rem] shadow-float"
    >
      <GripVertical className="size-4 shrink-0 text-muted" />
      <span className="shrink-0 text-muted">{name}</span>
      <span className="truncate font-medium">{title}</span>
    </div>
  )
}

/** What readers hear. dnd-kit asks for it right after the layer's own listeners have noted where things are. */
function useAnnouncements(total: number, lifted: LiftedRef) {
  const t = useTranslations('drag')
  const say = (what: 'Lifted' | 'Over' | 'Dropped', { s, r }: DragPlace) =>
    r === null ? t(`section${what}`, { number: s + 1, total }) : t(`row${what}`, { row: r + 1, section: s + 1 })
  return {
    restoreFocus: false,
    screenReaderInstructions: { draggable: t('how') },
    announcements: {
      onDragStart: () => (lifted.current ? say('Lifted', lifted.current.from) : undefined),
      onDragOver: () => (lifted.current?.hasMoved ? say('Over', lifted.current.to) : undefined),
      onDragEnd: () => {
        const now = lifted.current
        return now && !isSamePlace(now.to, now.from) ? say('Dropped', now.to) : t('same')
      },
      onDragCancel: () => t('cancelled'),
    },
  }
}
