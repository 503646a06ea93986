'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useDeferredValue, useId, useState } from 'react'
import { readJson } from '@/components/sends/read-json'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose, DialogContent } from '@/components/ui/dialog'
import { SearchField } from '@/components/ui/search-field'
import { toast } from '@/components/ui/toast'
import { mergeContactsAction } from '@/lib/actions/contacts'
import { contactFilterParams, contactFiltersSchema } from '@/lib/domain/contact-filters'
import { mergeContacts } from '@/lib/domain/contact-merge'
import type { ContactPage, ContactView } from '@/lib/domain/contact-view'
import { toPersonKey } from '@/lib/domain/person-key'
import { formatPhone } from '@/lib/domain/phone-format'
import { useContactAct } from './contact-act'
import { focusFirstField } from './focus-first'
import { TagMarks } from './tag-marks'
import { OptedOutChip } from './window-chip'

type MergeDialogProps = { contact: ContactView; other: ContactView | null; onDone: () => void; onClose: () => void }

const FOUND = 6

/** Makes two contacts one: the other is found, the number that stays is chosen, what comes of it is shown. */
export function MergeDialog({ contact, other: given, onDone, onClose }: MergeDialogProps) {
  const t = useTranslations('contacts')
  const { run, isBusy, notice } = useContactAct()
  const [other, setOther] = useState(given)
  const [phoneOf, setPhoneOf] = useState<'keep' | 'other'>('keep')
  const name = (one: ContactView) => one.name || formatPhone(one.phone)

  const merge = () =>
    other &&
    run(
      () => mergeContactsAction({ keepId: contact.id, otherId: other.id, phoneOf }),
      () => {
        toast(t('merging.done'))
        onDone()
        onClose()
      },
    )

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={given ? t('merging.titleTwo') : t('merging.title', { name: name(contact) })}
        description={t('merging.text')}
        closeLabel={t('close')}
        onOpenAutoFocus={focusFirstField}
        footer={
          <>
            <DialogClose asChild>
              <Button>{t('cancel')}</Button>
            </DialogClose>
            <Button variant="primary" busy={isBusy} aria-disabled={!other} onClick={() => void merge()}>
              {t('merging.confirm')}
            </Button>
          </>
        }
      >
        <div className="grid gap-5">
          {notice}
          {!given && <FindContact except={contact.id} chosen={other} onChoose={setOther} />}
          {other && <Result kept={contact} other={other} phoneOf={phoneOf} onPhoneOf={setPhoneOf} />}
        </div>
      </DialogContent>
    </Dialog>
  )
}

type FindContactProps = {
  except: string
  chosen: ContactView | null
  onChoose: (contact: ContactView) => void
}

function FindContact({ except, chosen, onChoose }: FindContactProps) {
  const t = useTranslations('contacts')
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed.trim())
  const found = useQuery({
    queryKey: ['contacts', 'find', search],
    queryFn: ({ signal }) => {
      const params = contactFilterParams(contactFiltersSchema.parse({ search, sort: 'name' }))
      return readJson<ContactPage>(`/api/contacts?${params}`, signal)
    },
    enabled: search !== '',
    placeholderData: keepPreviousData,
  })
  const shown = (search ? (found.data?.contacts ?? []) : []).filter(({ id }) => id !== except).slice(0, FOUND)
  return (
    <div className="grid gap-2">
      <SearchField
        label={t('merging.find')}
        placeholder={t('merging.findPlaceholder')}
        clearLabel={t('clearSearch')}
        value={typed}
        onChange={setTyped}
      />
      {search && found.isSuccess && shown.length === 0 && (
        <p role="status" className="text-[0.9333rem] text-muted">
          {t('merging.none')}
        </p>
      )}
      {shown.length > 0 && (
        <fieldset className="grid overflow-hidden rounded-xl border *:border-b *:last:border-b-0">
          <legend className="sr-only">{t('merging.found')}</legend>
          {shown.map((one) => (
            <label
              key={one.id}
              className="flex min-h-11 cursor-pointer items-center gap-3 px-3.5 py-1.5 hover:bg-hover"
            >
              <input
                type="radio"
                name="merge-other"
                className="size-4 shrink-0 accent-(--accent)"
                checked={chosen?.id === one.id}
                onChange={() => onChoose(one)}
              />
              <span className="min-w-0 flex-1 truncate font-medium">{one.name || t('noName')}</span>
              <span className="text-muted tabular-nums">{formatPhone(one.phone)}</span>
            </label>
          ))}
        </fieldset>
      )}
    </div>
  )
}

type ResultProps = {
  kept: ContactView
  other: ContactView
  phoneOf: 'keep' | 'other'
  onPhoneOf: (of: 'keep' | 'other') => void
}

function Result({ kept, other, phoneOf, onPhoneOf }: ResultProps) {
  const t = useTranslations('contacts')
  const id = useId()
  const one = mergeContacts(kept, other)
  const choices = [
    { of: 'keep', contact: kept },
    { of: 'other', contact: other },
  ] as const
  return (
    <>
      <fieldset className="grid gap-2">
        <legend className="mb-2 text-[0.8667rem] font-medium">{t('merging.keeps')}</legend>
        {choices.map(({ of, contact }) => (
          <label key={of} className="flex cursor-pointer items-center gap-2.5">
            <input
              type="radio"
              name={`${id}-phone`}
              className="size-4 accent-(--accent)"
              checked={phoneOf === of}
              onChange={() => onPhoneOf(of)}
            />
            <span className="tabular-nums">{formatPhone(contact.phone)}</span>
            <span className="truncate text-muted">{contact.name}</span>
          </label>
        ))}
      </fieldset>
      <section aria-labelledby={`${id}-result`} className="grid gap-2 rounded-xl border bg-surface p-4">
        <h3 id={`${id}-result`} className="text-[0.8667rem] font-medium text-muted">
          {t('merging.result')}
        </h3>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-medium">{one.name || t('noName')}</span>
          <span className="tabular-nums">{formatPhone(phoneOf === 'keep' ? kept.phone : other.phone)}</span>
          {one.optedOutAt && <OptedOutChip at={one.optedOutAt} />}
        </p>
        {one.tags.length > 0 && <TagMarks all tags={one.tags} />}
      </section>
      {toPersonKey(kept.phone) !== toPersonKey(other.phone) && (
        <p className="text-[0.9333rem] text-muted">{t('merging.history')}</p>
      )}
    </>
  )
}
