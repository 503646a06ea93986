'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef } from 'react'
import { CopyButton } from '@/components/ui/copy-button'
import { Input } from '@/components/ui/input'

const OWN_MACHINE = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/** A link that has just been made: in sight this once. */
export function NewLink({ address }: { address: string }) {
  const t = useTranslations('share.made')
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  return (
    <div className="grid gap-2 rounded-xl bg-success-soft px-4 py-3">
      <label htmlFor={id} className="font-medium">
        {t('label')}
      </label>
      <div className="flex items-center gap-2">
        <Input
          id={id}
          ref={field}
          readOnly
          value={address}
          aria-describedby={`${id}-hint`}
          onFocus={(event) => event.currentTarget.select()}
          className="min-w-0 flex-1"
        />
        <CopyButton text={address} label={t('copy')} copiedLabel={t('copied')} />
      </div>
      <p id={`${id}-hint`} className="text-[0.8667rem]">
        {t('once')}
        {OWN_MACHINE.test(new URL(address).hostname) && ` ${t('ownMachine')}`}
      </p>
    </div>
  )
}
