'use client'

import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type ReactNode, useDeferredValue, useRef, useState } from 'react'
import { cn } from '@/components/ui/cn'
import { Input } from '@/components/ui/input'
import { Toolbar } from '@/components/ui/toolbar'
import { fold } from '@/lib/domain/fold'

/** More than these are searched rather than read. */
const FEW = 9

export type ListChoice<Id extends string> = { id: Id; name: string; note?: string; icon?: ReactNode }

type ChoiceListProps<Id extends string> = {
  label: string
  value: Id | undefined
  options: readonly ListChoice<Id>[]
  onChoose: (id: Id) => void
  /** What is typed, where somebody else searches by it. */
  search?: { label: string; text: string; onType: (text: string) => void }
}

/** A few choices, or many that are narrowed by typing; arrows lead from the field into the list and through it. */
export function ChoiceList<Id extends string>({ label, value, options, onChoose, search }: ChoiceListProps<Id>) {
  const t = useTranslations('messages.filters')
  const list = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState('')
  const wanted = fold(useDeferredValue(typed).trim())
  const isLong = options.length > FEW
  const fitting =
    search || !wanted ? options : options.filter(({ name, note }) => fold(`${name} ${note}`).includes(wanted))
  const lead = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown') return
    event.preventDefault()
    list.current?.querySelector('button')?.focus()
  }
  return (
    <>
      {(search || isLong) && (
        <Input
          type="search"
          aria-label={search?.label ?? t('find')}
          placeholder={search?.label ?? t('find')}
          value={search?.text ?? typed}
          maxLength={200}
          onChange={(event) => (search?.onType ?? setTyped)(event.target.value)}
          onKeyDown={lead}
        />
      )}
      <div ref={list}>
        <Toolbar orientation="vertical" aria-label={label} className="grid max-h-72 gap-px overflow-y-auto">
          {fitting.map(({ id, name, note, icon }, i) => (
            <button
              key={id}
              type="button"
              tabIndex={i === 0 ? 0 : -1}
              aria-pressed={id === value}
              onClick={() => onChoose(id)}
              className={cn(
                'flex min-h-9 w-full items-center gap-2.5 rounded-md px-2.5 py-1.5 text-left -outline-offset-2 hover:bg-hover [&_svg]:size-4 [&_svg]:shrink-0',
                id === value && 'bg-accent-soft',
              )}
            >
              {icon}
              <span className="grid min-w-0 flex-1">
                <span className="truncate">{name}</span>
                {note && <span className="line-clamp-2 text-[0.8667rem] text-muted">{note}</span>}
              </span>
              {id === value && <Check aria-hidden className="text-accent" />}
            </button>
          ))}
        </Toolbar>
      </div>
      {fitting.length === 0 && <p className="px-2.5 py-2 text-muted">{t('nothing')}</p>}
    </>
  )
}
