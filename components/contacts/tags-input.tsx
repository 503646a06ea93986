'use client'

import { useTranslations } from 'next-intl'
import { type Ref, useId, useState } from 'react'
import { TagChoices } from '@/components/templates/library-toolbar'
import { TagWithRemove } from '@/components/templates/tag-chip'
import { toggleTag } from '@/components/templates/tag-filter'
import { Field, fieldControl } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { fold } from '@/lib/domain/fold'
import { distinctTags, isSameTag, tagSchema, tagsSchema } from '@/lib/domain/template-tags'
import { useContactTags } from './contact-reads'
import { useProblemWords } from './use-problem-words'

type TagsInputProps = {
  label: string
  hint?: string
  placeholder?: string
  tags: string[]
  onChange: (tags: string[]) => void
  /** Only tags that are in use can be chosen. */
  knownOnly?: boolean
  /** Shows what is in use only once somebody has come here. */
  quiet?: boolean
  /** How many there may be; without it as many as one contact may have. */
  most?: number
  inputRef?: Ref<HTMLInputElement>
}

const SUGGESTED = 12

/** Tags as they are typed, one by one or several with commas, with those that are in use to press. */
export function TagsInput({
  label,
  hint,
  placeholder,
  tags,
  onChange,
  knownOnly,
  quiet,
  most,
  inputRef,
}: TagsInputProps) {
  const t = useTranslations('contacts')
  const say = useProblemWords()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [isNear, setNear] = useState(false)
  const known = (useContactTags().data ?? []).map(({ tag }) => tag)
  const found = known.filter((tag) => fold(tag).includes(fold(typed)))
  const suggested = found.filter((tag) => !tags.some((own) => isSameTag(own, tag))).slice(0, SUGGESTED)

  const set = (next: string[]) => {
    const isTooMany = most ? next.length > most : !tagsSchema.safeParse(next).success
    if (isTooMany) return setProblem('tooManyTags')
    setProblem(null)
    onChange(next)
  }
  const add = (text: string) => {
    const parts = text.split(/[,;\n]/).filter((part) => part.trim())
    const parsed = parts.map((part) => tagSchema.safeParse(part))
    const bad = parsed.find(({ success }) => !success)
    if (bad) return setProblem(bad.error?.issues[0]?.message ?? 'tagRequired')
    const given = parsed.flatMap(({ data }) => data ?? [])
    const worded = given.map((tag) => known.find((other) => isSameTag(other, tag)) ?? tag)
    if (knownOnly && worded.some((tag) => !known.includes(tag))) return
    set(distinctTags([...tags, ...worded]))
    setTyped('')
  }
  const error = problem ? say(problem) : undefined
  return (
    <div className="grid gap-2">
      <Field id={id} label={label} hint={hint} error={error}>
        <Input
          {...fieldControl(id, { hint, error })}
          ref={inputRef}
          value={typed}
          placeholder={placeholder}
          autoComplete="off"
          onChange={(event) => {
            setProblem(null)
            if (/[,;]/.test(event.target.value)) add(event.target.value)
            else setTyped(event.target.value)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && typed.trim()) {
              event.preventDefault()
              add(knownOnly ? (suggested[0] ?? typed) : typed)
            }
            if (event.key === 'Backspace' && !typed && tags.length > 0) set(tags.slice(0, -1))
          }}
          onFocus={() => setNear(true)}
          onBlur={() => {
            if (!knownOnly && typed.trim()) add(typed)
          }}
        />
      </Field>
      <div aria-live="polite" className={tags.length > 0 ? undefined : 'sr-only'}>
        <ul aria-label={label} className="flex flex-wrap gap-1.5">
          {tags.map((tag) => (
            <li key={tag} className="flex max-w-full min-w-0">
              <TagWithRemove tag={tag} label={t('form.takeTag', { tag })} onRemove={() => set(toggleTag(tags, tag))} />
            </li>
          ))}
        </ul>
      </div>
      {suggested.length > 0 && (!quiet || isNear) && (
        <fieldset>
          <legend className="sr-only">{t('form.inUse')}</legend>
          <TagChoices tags={suggested} chosen={tags} onToggle={(tag) => set(toggleTag(tags, tag))} />
        </fieldset>
      )}
    </div>
  )
}
