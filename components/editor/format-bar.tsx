'use client'

import { Bold, Code, Italic, List, ListOrdered, type LucideIcon, Quote, Strikethrough } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { memo, type RefObject, useEffect, useEffectEvent, useState } from 'react'
import { cn } from '@/components/ui/cn'
import { Toolbar } from '@/components/ui/toolbar'
import { Tooltip } from '@/components/ui/tooltip'
import { FORMATS, type Format, formatsAt, toggleFormat } from '@/lib/domain/text-format'
import { capsOf, findKey, isMac, KEYS } from './keys'
import { InsertButtons } from './text-tools'
import { selectedIn, type TextElement, type Write, writeInto } from './writing'

const ICONS: Record<Format, LucideIcon> = {
  bold: Bold,
  italic: Italic,
  strike: Strikethrough,
  code: Code,
  bullets: List,
  numbers: ListOrdered,
  quote: Quote,
}
const toolClass = 'size-8 pointer-coarse:h-9'

type FormatBarProps = { fieldId: string; field: RefObject<TextElement | null>; write: Write }

/** The bar over the body: what holds at the caret stands pressed, and each press is a step. */
export const FormatBar = memo(function FormatBar({ fieldId, field, write }: FormatBarProps) {
  const t = useTranslations('format')
  const held = useHeld(field)

  const toggle = (format: Format) => {
    if (!field.current) return
    const selected = selectedIn(field.current)
    const now = toggleFormat(selected, format)
    if (now.text === selected.text) field.current.focus()
    else writeInto(field.current, now, 'formatted', write)
  }
  useKeys(field, toggle)
  useStopWhileUsed(field)

  return (
    <Toolbar
      aria-label={t('bar')}
      data-text-tool
      aria-controls={fieldId}
      keepsFocus
      className="flex flex-wrap items-center gap-0.5"
    >
      {FORMATS.map((format) => {
        const Icon = ICONS[format]
        return (
          <Tooltip key={format} text={<Named format={format} />}>
            <button
              type="button"
              tabIndex={-1}
              aria-label={t(`names.${format}`)}
              aria-pressed={held.includes(format)}
              className={cn(
                'inline-flex shrink-0 items-center justify-center rounded-md text-muted transition-colors hover:bg-hover hover:text-text aria-pressed:bg-accent-soft aria-pressed:text-accent [&_svg]:size-4',
                toolClass,
                format === 'bullets' && 'ml-2',
              )}
              onClick={() => toggle(format)}
            >
              <Icon aria-hidden />
            </button>
          </Tooltip>
        )
      })}
      <span className="ml-auto flex gap-0.5">
        <InsertButtons field={field} write={write} className={toolClass} align="end" isStop={false} />
      </span>
    </Toolbar>
  )
})

/** A format's name with its key, for eyes. */
function Named({ format }: { format: Format }) {
  const t = useTranslations('format')
  const chord = KEYS.find(({ name }) => name === format)?.chords[0]
  const mac = isMac()
  const keys = chord && capsOf(chord, mac).map(({ sign }) => sign)
  return (
    <>
      {t(`names.${format}`)}
      {keys && <span className="ml-2 opacity-75">{keys.join(mac ? '' : '+')}</span>}
    </>
  )
}

const HEARD = ['input', 'focusin', 'focusout', 'click']

/** Milliseconds without a key. Looked for with each one, the formats would cost as much as all else that a key does. */
const PAUSE = 120

/** The formats at the caret; they are looked for once the typing pauses, and drawn only when they are others. */
function useHeld(field: RefObject<TextElement | null>): readonly Format[] {
  const [held, setHeld] = useState<readonly Format[]>([])
  useEffect(() => {
    const element = field.current
    const place = element?.parentElement
    let timer = 0
    let shown = ''
    const look = () => {
      const next = element && place?.contains(document.activeElement) ? formatsAt(selectedIn(element)) : []
      if (next.join() === shown) return
      shown = next.join()
      setHeld(next)
    }
    const soon = () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(look, PAUSE)
    }
    soon()
    document.addEventListener('selectionchange', soon)
    for (const event of HEARD) place?.addEventListener(event, soon)
    return () => {
      window.clearTimeout(timer)
      document.removeEventListener('selectionchange', soon)
      for (const event of HEARD) place?.removeEventListener(event, soon)
    }
  }, [field])
  return held
}

/**
 * Makes the bar a stop of the Tab key while the body is used: Shift+Tab leads to it, and whoever passes by does not meet
 * it, as with the tools of every other text.
 */
function useStopWhileUsed(field: RefObject<TextElement | null>) {
  useEffect(() => {
    const place = field.current?.parentElement
    const buttons = () => [...(place?.querySelectorAll('button') ?? [])]
    const enter = () => {
      const [first] = buttons()
      if (first && buttons().every(({ tabIndex }) => tabIndex < 0)) first.tabIndex = 0
    }
    const leave = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget instanceof Node && place?.contains(relatedTarget)) return
      for (const button of buttons()) button.tabIndex = -1
    }
    if (place?.contains(document.activeElement)) enter()
    place?.addEventListener('focusin', enter)
    place?.addEventListener('focusout', leave)
    return () => {
      place?.removeEventListener('focusin', enter)
      place?.removeEventListener('focusout', leave)
    }
  }, [field])
}

function useKeys(field: RefObject<TextElement | null>, toggle: (format: Format) => void) {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing || event.defaultPrevented) return
    const name = findKey(event, isMac())?.entry.name
    if (name !== 'bold' && name !== 'italic') return
    event.preventDefault()
    if (!event.repeat) toggle(name)
  })
  useEffect(() => {
    const element = field.current
    const listen = (event: Event) => event instanceof KeyboardEvent && press(event)
    element?.addEventListener('keydown', listen)
    return () => element?.removeEventListener('keydown', listen)
  }, [field])
}
