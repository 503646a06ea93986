'use client'

import { Braces, SmilePlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { memo, type RefObject, useEffect, useRef, useState } from 'react'
import { cn } from '@/components/ui/cn'
import { onDemand, useOnDemand } from '@/components/ui/on-demand'
import { Toolbar } from '@/components/ui/toolbar'
import { Tooltip } from '@/components/ui/tooltip'
import type { FieldTool } from './field-popover'
import { insertInto, type TextElement, type Write } from './writing'

const tools = {
  emoji: onDemand(() => import('./emoji-picker').then((module) => module.EmojiPicker)),
  variable: onDemand(() => import('./variable-menu').then((module) => module.VariableMenu)),
}

type Tool = keyof typeof tools
type InsertButtonsProps = {
  field: RefObject<TextElement | null>
  write: Write
  className?: string
  align?: 'start' | 'end'
  /** Whether one of them is a stop of the Tab key. */
  isStop?: boolean
}

/** The two buttons that put something at the caret; what they open is loaded when it is first wanted. */
export function InsertButtons({ field, write, className, align = 'start', isStop = true }: InsertButtonsProps) {
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
    'aria-haspopup': 'dialog' as const,
    'aria-expanded': open === tool,
    className: cn(
      'inline-flex shrink-0 items-center justify-center rounded-md text-muted transition-colors hover:bg-hover hover:text-text aria-expanded:bg-accent-soft aria-expanded:text-accent [&_svg]:size-4',
      className,
    ),
    onPointerEnter: tools[tool].want,
    onClick: () => setOpen(open === tool ? null : tool),
  })
  return (
    <>
      <Tooltip text={t('emoji.insert')}>
        <button ref={emoji} tabIndex={isStop ? 0 : -1} {...button('emoji', t('emoji.insert'))}>
          <SmilePlus aria-hidden />
        </button>
      </Tooltip>
      <Tooltip text={t('variables.menu.insert')}>
        <button ref={variable} tabIndex={-1} {...button('variable', t('variables.menu.insert'))}>
          <Braces aria-hidden />
        </button>
      </Tooltip>
      {open && (
        <Opened
          key={open}
          tool={open}
          anchor={open === 'emoji' ? emoji : variable}
          align={align}
          onPick={insert}
          onClose={close}
        />
      )}
    </>
  )
}

function Opened({ tool, ...props }: FieldTool & { tool: Tool }) {
  const Part = useOnDemand(tools[tool])
  useEffect(tools[tool].want, [tool])
  return Part && <Part {...props} />
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
      keepsFocus
      className="-mx-1 -my-1.5 hidden self-center group-focus-within/field:flex group-hover/field:flex has-aria-expanded:flex"
    >
      <InsertButtons field={field} write={write} className="size-6.5 pointer-coarse:size-8" />
    </Toolbar>
  )
})
