'use client'

import { useTranslations } from 'next-intl'
import {
  type ChangeEvent,
  type ClipboardEvent,
  type FocusEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react'
import { useHydrated } from '@/components/auth/use-hydrated'
import { cn } from '@/components/ui/cn'
import { Field } from '@/components/ui/field'
import { Input, Textarea } from '@/components/ui/input'
import { onDemand, useOnDemand, useSoon } from '@/components/ui/on-demand'
import { worstLength } from '@/lib/domain/variables'
import { useCell } from './cell'
import { Counter, NEAR } from './counter'
import { useEditor, useText } from './editor'
import { fieldId, focusNear, type TextName, toFieldPath } from './field-path'
import { FixButton } from './fix-button'
import { afterPress } from './press'
import { isPending, isTold } from './problem-map'
import { useProblemText } from './problem-text'
import { TextTools } from './text-tools'
import { noteEntered, type TextElement, type Write } from './writing'

const bar = onDemand(() => import('./format-bar').then((module) => module.FormatBar))

type TextFieldProps = {
  name: TextName
  /** Steady while rows move: which field was left once. */
  touchKey: string
  label: ReactNode
  max: number
  optional?: boolean
  /** Many lines come with a bar of WhatsApp's formats. */
  lines?: 'one' | 'many'
  placeholder?: string
  hint?: ReactNode
  className?: string
  inputClass?: string
  spellCheck?: boolean
  onLeave?: () => void
  onPaste?: (event: ClipboardEvent<HTMLInputElement | HTMLTextAreaElement>) => void
}

/** What belongs to a field though it stands elsewhere: who goes there has not left it. */
const TOOLS = '[data-text-tool]'

const isPaste = (event: Event) => event instanceof InputEvent && /^insertFrom(?:Paste|Drop)/.test(event.inputType)

/** One text of the draft with its counter and its problem: a leaf that draws again only for its own text. */
export function TextField({
  name,
  touchKey,
  label,
  max,
  optional,
  lines = 'one',
  placeholder,
  hint,
  className,
  inputClass,
  spellCheck,
  onLeave,
  onPaste,
}: TextFieldProps) {
  const t = useTranslations('editor')
  const editor = useEditor()
  const word = useProblemText()
  const text = useText(name)
  const problem = useCell(editor.problems, ({ byName }) => byName.get(name))
  const wasLeft = useCell(editor.shown, ({ all, left }) => all || left.has(touchKey))
  const warnings = useCell(editor.problems, ({ warningsByName }) => (wasLeft ? warningsByName.get(name) : undefined))
  const waits = useCell(editor.typed, (typed) => !!warnings?.some((found) => isPending(found, typed)))
  const warning = warnings?.find((found) => !isPending(found, waits ? name : null))
  const element = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const id = fieldId(name)
  const isRowId = name.endsWith('.id')
  const shown = problem && (wasLeft || isTold(problem)) ? problem : warning
  const isError = shown?.severity === 'blocks'
  const told = shown && word(shown).sentence
  const toldId = `${id}-${isError ? 'error' : 'warning'}`

  useTypedEarly(id, element, text, (typed) => editor.setText(name, typed))

  const write = useCallback<Write>(
    (next, how) => {
      editor.typed.set(name)
      editor.setText(name, next, how)
      editor.sayAfterPause(() => {
        const length = worstLength(next)
        if (length > max) return t('over', { count: length - max })
        return length >= max * NEAR ? t('left', { count: max - length }) : null
      })
    },
    [editor, name, max, t],
  )

  const control = {
    ref: element,
    id,
    value: text,
    placeholder,
    spellCheck,
    autoComplete: 'off',
    'aria-invalid': isError ? (true as const) : undefined,
    'aria-describedby': cn(told && toldId, hint ? `${id}-hint` : null, `${id}-count`),
    className: cn('scroll-mt-32 scroll-mb-40', inputClass),
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      write(event.target.value, isPaste(event.nativeEvent) ? 'pasted' : 'typed'),
    onPaste,
    onFocus: (event: FocusEvent<TextElement>) => {
      noteEntered(event.currentTarget)
      editor.at.set(toFieldPath(name))
    },
    onBlur: (event: FocusEvent<TextElement>) => {
      editor.at.set(null)
      editor.typed.set(null)
      onLeave?.()
      if (!event.relatedTarget?.closest(TOOLS)) afterPress(() => editor.leave(touchKey))
    },
  }

  return (
    <Field
      id={id}
      label={label}
      hint={hint}
      error={isError && told}
      warning={!isError && told}
      remedy={shown?.fix && <FixButton finding={shown} describedBy={toldId} onFixed={() => focusNear(shown.path)} />}
      className={cn('group/field min-w-0 grid-cols-[minmax(0,1fr)] [&_label]:min-w-0 [&_label]:truncate', className)}
      aside={
        <span className="flex shrink-0 items-baseline gap-2 whitespace-nowrap">
          {lines === 'one' && !isRowId && <TextTools field={element} write={write} />}
          {optional && <span className="text-[0.8rem] text-muted">{t('optional')}</span>}
          <Counter id={`${id}-count`} length={text.length} worst={worstLength(text)} max={max} />
        </span>
      }
    >
      {lines === 'many' ? (
        <Alone>
          <div className="flex min-h-10 items-center rounded-t-lg border border-b-0 border-line-strong/70 bg-sunken/60 px-1 *:grow pointer-coarse:min-h-11">
            <BarSoon fieldId={id} field={element} write={write} />
          </div>
          <Textarea {...control} className={cn('rounded-t-none', control.className)} />
        </Alone>
      ) : (
        <Alone className="flex">
          <Input {...control} />
        </Alone>
      )}
    </Field>
  )
}

/**
 * A field in a form of its own. With every letter Chromium's autofill reads the whole form that a field belongs to, or else
 * every field of the page. The method is that of a dialog, which is nowhere around: so Enter sends nothing.
 */
const Alone = (props: { className?: string; children: ReactNode }) => <form method="dialog" {...props} />

function BarSoon(props: { fieldId: string; field: RefObject<TextElement | null>; write: Write }) {
  useSoon(bar)
  const FormatBar = useOnDemand(bar)
  return FormatBar && <FormatBar {...props} />
}

/**
 * What was typed before the page's script ran stands in the browser's field alone: it is taken over once. React sets a textarea that had a text back to it
 * as it takes the page over, so what stands there is read before.
 */
function useTypedEarly(
  id: string,
  element: RefObject<HTMLInputElement | null>,
  text: string,
  take: (typed: string) => void,
) {
  const isHydrated = useHydrated()
  const [early] = useState(() => {
    if (isHydrated || typeof document === 'undefined') return null
    const drawn = document.getElementById(id)
    return drawn instanceof HTMLTextAreaElement ? drawn.value : null
  })
  const first = useRef({ text, take, early, done: isHydrated })
  useEffect(() => {
    const { text, take, early, done } = first.current
    first.current.done = true
    const now = element.current?.value
    const typed = now === undefined || now === text ? early : now
    if (!done && typed !== null && typed !== text) take(typed)
  }, [element])
}
