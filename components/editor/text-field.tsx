'use client'

import { useTranslations } from 'next-intl'
import {
  type ChangeEvent,
  type ClipboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react'
import { useWatch } from 'react-hook-form'
import { useHydrated } from '@/components/auth/use-hydrated'
import { cn } from '@/components/ui/cn'
import { Field } from '@/components/ui/field'
import { Input, Textarea } from '@/components/ui/input'
import { useCell } from './cell'
import { Counter, NEAR } from './counter'
import { useEditor } from './editor'
import { fieldId, focusNear, type TextName, toFieldPath } from './field-path'
import { FixButton } from './fix-button'
import { afterPress } from './press'
import { isPending, isTold } from './problem-map'
import { useProblemText } from './problem-text'

type TextFieldProps = {
  name: TextName
  /** Steady while rows move: which field was left once. */
  touchKey: string
  label: ReactNode
  max: number
  optional?: boolean
  lines?: 'one' | 'many'
  placeholder?: string
  hint?: ReactNode
  className?: string
  inputClass?: string
  spellCheck?: boolean
  onLeave?: () => void
  onPaste?: (event: ClipboardEvent<HTMLInputElement | HTMLTextAreaElement>) => void
}

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
  const text = useWatch({ control: editor.control, name }) ?? ''
  const problem = useCell(editor.problems, ({ byName }) => byName.get(name))
  const wasLeft = useCell(editor.shown, ({ all, left }) => all || left.has(touchKey))
  const warnings = useCell(editor.problems, ({ warningsByName }) => (wasLeft ? warningsByName.get(name) : undefined))
  const waits = useCell(editor.typed, (typed) => !!warnings?.some((found) => isPending(found, typed)))
  const warning = warnings?.find((found) => !isPending(found, waits ? name : null))
  const element = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const id = fieldId(name)
  const shown = problem && (wasLeft || isTold(problem)) ? problem : warning
  const isError = shown?.severity === 'blocks'
  const told = shown && word(shown).sentence
  const toldId = `${id}-${isError ? 'error' : 'warning'}`

  useTypedEarly(element, text, (typed) => editor.setText(name, typed))

  const change = (next: string, isPasted: boolean) => {
    editor.typed.set(name)
    editor.setText(name, next, isPasted ? 'pasted' : 'typed')
    const left = max - next.length
    editor.sayAfterPause(
      left < 0 ? t('over', { count: -left }) : next.length >= max * NEAR ? t('left', { count: left }) : null,
    )
  }

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
      change(event.target.value, isPaste(event.nativeEvent)),
    onPaste,
    onFocus: () => editor.at.set(toFieldPath(name)),
    onBlur: () => {
      editor.at.set(null)
      editor.typed.set(null)
      onLeave?.()
      afterPress(() => editor.leave(touchKey))
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
      className={className}
      aside={
        <span className="flex items-baseline gap-2">
          {optional && <span className="text-[0.8rem] text-muted">{t('optional')}</span>}
          <Counter id={`${id}-count`} length={text.length} max={max} />
        </span>
      }
    >
      {lines === 'many' ? <Textarea {...control} /> : <Input {...control} />}
    </Field>
  )
}

/**
 * What was typed before the page's script ran stands in the browser's field alone: it is taken over once, when all who
 * watch the draft do so (react-hook-form subscribes in layout effects).
 */
function useTypedEarly(element: RefObject<HTMLInputElement | null>, text: string, take: (typed: string) => void) {
  const [wasDrawnByServer] = useState(!useHydrated())
  const first = useRef({ text, take, done: !wasDrawnByServer })
  useEffect(() => {
    const { done } = first.current
    first.current.done = true
    const typed = element.current?.value
    if (!done && typed !== undefined && typed !== first.current.text) first.current.take(typed)
  }, [element])
}
