'use client'

import { ArrowLeft } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field, fieldControl } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { Toolbar } from '@/components/ui/toolbar'
import { VARIABLE_NAMES, VARIABLES, type VariableName, variableText } from '@/lib/domain/variables'
import { FieldPopover, type FieldTool } from './field-popover'

/** The variables by their names and samples; then what stands in for the one that was chosen, if anything. */
export function VariableMenu({ onPick, ...popover }: FieldTool) {
  const t = useTranslations('variables.menu')
  const [chosen, setChosen] = useState<VariableName | null>(null)
  const [last, setLast] = useState<VariableName | null>(null)
  return (
    <FieldPopover {...popover} label={t('title')} className="w-[19.5rem]">
      {chosen ? (
        <Fallback
          name={chosen}
          onBack={() => setChosen(null)}
          onPick={(fallback) => onPick(variableText(chosen, fallback))}
        />
      ) : (
        <Names
          last={last}
          onChoose={(name) => {
            setChosen(name)
            setLast(name)
          }}
        />
      )}
    </FieldPopover>
  )
}

function Names({ last, onChoose }: { last: VariableName | null; onChoose: (name: VariableName) => void }) {
  const t = useTranslations('variables')
  const start = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (last) start.current?.focus()
  }, [last])
  return (
    <>
      <p className="px-2.5 pt-1.5 pb-2 text-[0.8667rem] text-muted">{t('menu.text')}</p>
      <Toolbar orientation="vertical" aria-label={t('menu.title')} className="grid">
        {VARIABLE_NAMES.map((name) => (
          <button
            key={name}
            ref={name === (last ?? VARIABLE_NAMES[0]) ? start : undefined}
            type="button"
            tabIndex={name === (last ?? VARIABLE_NAMES[0]) ? 0 : -1}
            className="flex min-h-9 items-baseline justify-between gap-3 rounded-md px-2.5 py-1.5 text-left hover:bg-hover focus-visible:-outline-offset-2"
            onClick={() => onChoose(name)}
          >
            <span className="shrink-0">{t(`names.${name}`)}</span>
            <span className="min-w-0 truncate text-[0.8667rem] text-muted">
              {t('menu.sample', { sample: VARIABLES[name].sample })}
            </span>
          </button>
        ))}
      </Toolbar>
    </>
  )
}

type FallbackProps = { name: VariableName; onBack: () => void; onPick: (fallback: string) => void }

function Fallback({ name, onBack, onPick }: FallbackProps) {
  const t = useTranslations('variables')
  const [fallback, setFallback] = useState('')
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  const id = 'variable-fallback'
  const hint = t('menu.fallbackHint')
  return (
    <form
      className="grid gap-3 p-1"
      onSubmit={(event) => {
        event.preventDefault()
        event.stopPropagation()
        onPick(fallback)
      }}
    >
      <div className="flex items-center gap-1">
        <IconButton label={t('menu.back')} icon={<ArrowLeft aria-hidden />} onClick={onBack} />
        <p className="font-medium">{t(`names.${name}`)}</p>
      </div>
      <div className="grid gap-3 px-1.5 pb-1.5">
        <Field id={id} label={t('menu.fallback')} hint={hint}>
          <Input
            {...fieldControl(id, { hint })}
            ref={input}
            value={fallback}
            maxLength={60}
            autoComplete="off"
            placeholder={t('menu.fallbackPlaceholder')}
            onChange={(event) => setFallback(event.target.value)}
          />
        </Field>
        <p className="grid gap-1.5 text-[0.8667rem] text-muted">
          {t('menu.written')}
          <code className="rounded-md bg-sunken px-2 py-1 font-mono break-words text-text">
            {variableText(name, fallback)}
          </code>
        </p>
        <Button type="submit" variant="primary" className="justify-self-end">
          {t('menu.add')}
        </Button>
      </div>
    </form>
  )
}
