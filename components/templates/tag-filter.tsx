'use client'

import { Tag } from 'lucide-react'
import { useState } from 'react'
import { buttonClass } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover'
import { fold } from '@/lib/domain/fold'
import { isSameTag, type TagCount } from '@/lib/domain/template-tags'

/** From so many on they can be searched. */
const MANY = 10

/** Tags without or with one of them, as it is pressed. */
export const toggleTag = (tags: readonly string[], tag: string): string[] =>
  tags.some((other) => isSameTag(other, tag)) ? tags.filter((other) => !isSameTag(other, tag)) : [...tags, tag]

type TagFilterProps = {
  inUse: TagCount[]
  chosen: string[]
  onChange: (tags: string[]) => void
  /** `counted` says how many carry one. */
  words: { trigger: string; label: string; none: string; find: string; counted: (count: number) => string }
}

/** Which tags what is shown must carry. */
export function TagFilter({ inUse, chosen, onChange, words }: TagFilterProps) {
  const [looked, setLooked] = useState('')
  const shown = inUse.filter(({ tag }) => fold(tag).includes(fold(looked)))
  return (
    <Popover onOpenChange={() => setLooked('')}>
      <PopoverTrigger className={buttonClass()}>
        <Tag aria-hidden />
        {words.trigger}
      </PopoverTrigger>
      <PopoverContent align="start" aria-label={words.label} className="w-80">
        {inUse.length === 0 ? (
          <p className="p-2.5 text-muted">{words.none}</p>
        ) : (
          <div className="grid gap-1">
            {inUse.length > MANY && (
              <Input
                type="search"
                aria-label={words.find}
                placeholder={words.find}
                value={looked}
                onChange={(event) => setLooked(event.target.value)}
              />
            )}
            <fieldset className="max-h-72 overflow-y-auto">
              <legend className="sr-only">{words.label}</legend>
              {shown.map(({ tag, count }) => (
                <label
                  key={tag}
                  className="flex min-h-9 cursor-pointer items-center gap-2.5 rounded-md px-2.5 py-1 hover:bg-hover"
                >
                  <input
                    type="checkbox"
                    className="size-4 shrink-0 accent-(--accent)"
                    checked={chosen.some((other) => isSameTag(other, tag))}
                    onChange={() => onChange(toggleTag(chosen, tag))}
                  />
                  <span className="min-w-0 flex-1 truncate">{tag}</span>
                  <span className="text-[0.8667rem] text-muted tabular-nums">{words.counted(count)}</span>
                </label>
              ))}
            </fieldset>
          </div>
        )}
      </PopoverContent>
    </Popover>
  )
}
