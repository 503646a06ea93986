'use client'

import { Braces, SmilePlus } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { memo, type RefObject, useRef, useState } from 'react'
import { cn } from '@/components/ui/cn'
import { Toolbar } from '@/components/ui/toolbar'
import { insertInto, type TextElement, type Write } from './writing'

const loading = () => null
const EmojiPicker = dynamic(() => import('./emoji-picker').then((module) => module.EmojiPicker), {
  ssr: false,
  loading,
})
const VariableMenu = dynamic(() => import('./variable-menu').then((module) => module.VariableMenu), {
  ssr: false,
  loading,
})

type Tool = 'emoji' | 'variable'
type InsertButtonsProps = {
  field: RefObject<TextElement | null>
  write: Write
  className?: string
  /** Whether one of them is a stop of the Tab key. */
  isStop?: boolean
}

/** The two buttons that put something at the caret; what they open is loaded when it is first wanted. */
export function InsertButtons({ field, write, className, isStop = true }: InsertButtonsProps) {
  const t = useTranslations()
  const [open, setOpen] = useState<Tool | null>(null)
  const emoji = useRef<HTMLButtonElement>(null)
  const variable = useRef<HTMLButtonElement>(null)
  const insert = (text: string) => {
    setOpen(null)
    if (field.current) insertInto(field.current, text, write)
  }
  const close = (how: 'escaped' | 'left') => {
    setOpen(null)
    if (how === 'escaped') field.current?.focus()
  }
  const button = (tool: Tool, label: string) => ({
    type: 'button' as const,
    'aria-label': label,
    title: label,
    'aria-haspopup': 'dialog' as const,
    'aria-expanded': open === tool,
    className: cn(
      'inline-flex shrink-0 items-center justify-center rounded-md text-muted transition-colors hover:bg-hover hover:text-text aria-expanded:bg-accent-soft aria-expanded:text-accent [&_svg]:size-4',
      className,
    ),
    onClick: () => setOpen(open === tool ? null : tool),
  })
  return (
    <>
      <button ref={emoji} tabIndex={isStop ? 0 : -1} {...button('emoji', t('emoji.insert'))}>
        <SmilePlus aria-hidden />
      </button>
      <button ref={variable} tabIndex={-1} {...button('variable', t('variables.menu.insert'))}>
        <Braces aria-hidden />
      </button>
      {open === 'emoji' && <EmojiPicker anchor={emoji} onPick={insert} onClose={close} />}
      {open === 'variable' && <VariableMenu anchor={variable} onPick={insert} onClose={close} />}
    </>
  )
}

type TextToolsProps = Pick<InsertButtonsProps, 'field' | 'write'>

/**
 * The tools of a field, on the line of its label: seen, and reached by Shift+Tab from the text, while the field is used.
 * Whoever only passes by with the Tab key does not meet them.
 */
export const TextTools = memo(function TextTools({ field, write }: TextToolsProps) {
  const t = useTranslations('format')
  return (
    <Toolbar
      aria-label={t('insertions')}
      data-text-tool
      // The caret stays where it is.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      className="invisible -my-1 flex self-center opacity-0 transition-opacity group-focus-within/field:visible group-focus-within/field:opacity-100 group-hover/field:visible group-hover/field:opacity-100 has-aria-expanded:visible has-aria-expanded:opacity-100"
    >
      <InsertButtons field={field} write={write} className="size-6 pointer-coarse:size-7" />
    </Toolbar>
  )
})
