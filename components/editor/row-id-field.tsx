'use client'

import { Lock } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { type ComponentProps, useState } from 'react'
import { flushSync } from 'react-dom'
import { cn } from '@/components/ui/cn'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Tooltip } from '@/components/ui/tooltip'
import { useCell } from './cell'
import { useEditor, useText } from './editor'
import { fieldId, focusField, toFieldPath } from './field-path'
import { isTold } from './problem-map'
import { useProblemText } from './problem-text'
import { useAgreed, useIsSentRowId } from './sent-row-ids'
import { TextField } from './text-field'

const RowIdDialog = dynamic(() => import('./row-id-dialog').then((module) => module.RowIdDialog), {
  ssr: false,
  loading: () => null,
})

type RowIdFieldProps = Pick<
  ComponentProps<typeof TextField>,
  'touchKey' | 'label' | 'max' | 'className' | 'inputClass'
> & {
  s: number
  r: number
}

/** A row's ID. One that was sent is locked until the person has read what changing it means. */
export function RowIdField({ s, r, ...props }: RowIdFieldProps) {
  const name = `sections.${s}.rows.${r}.id` as const
  const editor = useEditor()
  const agreed = useAgreed()
  const id = useText(name)
  const isSent = useIsSentRowId(id)
  // What is being typed may be another row's sent ID on its way to become an own one.
  const isTyped = useCell(editor.typed, (typed) => typed === name)
  const [isOpen, setOpen] = useState(false)
  const [isAsked, setAsked] = useState(false)
  if (!isSent || isTyped || isOpen) return <TextField {...props} name={name} spellCheck={false} />
  return (
    <>
      <LockedId {...props} name={name} id={id} onChange={() => setAsked(true)} />
      {isAsked && (
        <RowIdDialog
          id={id}
          onKeep={() => setAsked(false)}
          onChange={() => {
            agreed.add(id)
            flushSync(() => {
              setOpen(true)
              setAsked(false)
            })
            focusField(toFieldPath(name))
          }}
        />
      )}
    </>
  )
}

type LockedIdProps = Omit<RowIdFieldProps, 's' | 'r' | 'touchKey' | 'max'> & {
  name: ComponentProps<typeof TextField>['name']
  id: string
  onChange: () => void
}

function LockedId({ name, id, label, className, inputClass, onChange }: LockedIdProps) {
  const t = useTranslations('rowIds')
  const editor = useEditor()
  const word = useProblemText()
  const problem = useCell(editor.problems, ({ byName }) => byName.get(name))
  const error = problem && isTold(problem) ? word(problem).sentence : null
  const field = fieldId(name)
  return (
    <Field
      id={field}
      label={label}
      error={error}
      className={className}
      aside={
        <button
          type="button"
          aria-label={t('changeOf', { id })}
          onClick={onChange}
          className="rounded-sm text-[0.8rem] text-muted underline decoration-line-strong/60 underline-offset-2 hover:text-text hover:decoration-current"
        >
          {t('changeShort')}
        </button>
      }
    >
      <Tooltip text={t('locked')}>
        <span className="relative block">
          <Input
            id={field}
            value={id}
            readOnly
            aria-invalid={error ? true : undefined}
            aria-describedby={cn(error && `${field}-error`, `${field}-locked`)}
            className={cn('pr-8 scroll-mt-32 scroll-mb-40', inputClass)}
            onFocus={() => editor.at.set(toFieldPath(name))}
            onBlur={() => editor.at.set(null)}
          />
          <Lock
            aria-hidden
            className="pointer-events-none absolute top-1/2 right-2.5 size-3.5 -translate-y-1/2 text-muted"
          />
        </span>
      </Tooltip>
      <span id={`${field}-locked`} className="sr-only">
        {t('locked')}
      </span>
    </Field>
  )
}
