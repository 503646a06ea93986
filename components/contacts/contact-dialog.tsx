'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { TextField } from '@/components/auth/text-field'
import { newUuid } from '@/components/editor/browser-store'
import { LazySignInDialog } from '@/components/sends/lazy-sign-in-dialog'
import { readJson } from '@/components/sends/read-json'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose, DialogContent } from '@/components/ui/dialog'
import { toast } from '@/components/ui/toast'
import { createContactAction, updateContactAction } from '@/lib/actions/contacts'
import { fail } from '@/lib/domain/action-result'
import { type ContactForm, contactInputSchema } from '@/lib/domain/contact'
import type { ContactFieldView } from '@/lib/domain/contact-field'
import type { ContactName, ContactView } from '@/lib/domain/contact-view'
import { formatPhone } from '@/lib/domain/phone-format'
import { rereadContacts } from './contact-reads'
import { focusFirstField } from './focus-first'
import { TagsInput } from './tags-input'
import { TakenNotice } from './taken-notice'
import { toFailure } from './use-contact-actions'
import { useProblemWords } from './use-problem-words'

type ContactDialogProps = { contact?: ContactView; onFields: () => void; onClose: () => void }

const FORM = 'contact-form'

/** Adds a person, or writes one anew. */
export function ContactDialog({ contact, onFields, onClose }: ContactDialogProps) {
  const t = useTranslations('contacts')
  const say = useProblemWords()
  const client = useQueryClient()
  const [id] = useState(() => contact?.id ?? newUuid())
  const [taken, setTaken] = useState<ContactName | null>(null)
  const [failure, setFailure] = useState<ReturnType<typeof toFailure> | null>(null)
  const [isSignedOut, setSignedOut] = useState(false)
  const fields = useQuery({
    queryKey: ['contacts', 'fields'],
    queryFn: ({ signal }) => readJson<ContactFieldView[]>('/api/contacts/fields', signal),
  })
  const { register, handleSubmit, formState, setValue, watch, getValues, setError } = useForm<ContactForm>({
    // Raw: the action parses what was typed by itself, and must be given the same.
    resolver: zodResolver(contactInputSchema, undefined, { raw: true }),
    defaultValues: {
      name: contact?.name ?? '',
      phone: contact ? formatPhone(contact.phone) : '',
      tags: contact?.tags ?? [],
      fields: contact?.fields ?? {},
    },
  })
  const { errors } = formState

  const submit = handleSubmit(async (input) => {
    setFailure(null)
    setTaken(null)
    const save = contact ? updateContactAction : createContactAction
    const result = await save({ ...input, id }).catch(() => fail('offline'))
    if (result.ok) return done(t(contact ? 'form.saved' : 'form.added'))
    const { code, params, fieldErrors } = result.error
    if (code === 'signedOut') return setSignedOut(true)
    if (code === 'taken' && params)
      return setTaken({ id: String(params.id), name: String(params.name), phone: String(params.phone) })
    if (fieldErrors?.phone) return setError('phone', { message: fieldErrors.phone }, { shouldFocus: true })
    setFailure(toFailure(code))
  })
  const done = (words: string) => {
    toast(words)
    void rereadContacts(client)
    onClose()
  }

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={t(contact ? 'form.editTitle' : 'form.addTitle')}
        closeLabel={t('close')}
        onOpenAutoFocus={focusFirstField}
        size="sm"
        footer={
          <>
            <DialogClose asChild>
              <Button>{t('cancel')}</Button>
            </DialogClose>
            <Button variant="primary" type="submit" form={FORM} busy={formState.isSubmitting}>
              {t(contact ? 'form.save' : 'form.add')}
            </Button>
          </>
        }
      >
        <form id={FORM} noValidate className="grid gap-4" onSubmit={submit}>
          {failure && (
            <Alert role="alert" tone="danger">
              {t(`failed.${failure}`)}
            </Alert>
          )}
          <TextField
            id="contact-name"
            label={t('form.name')}
            placeholder={t('form.namePlaceholder')}
            autoComplete="off"
            error={say(errors.name?.message)}
            {...register('name')}
          />
          <TextField
            id="contact-phone"
            label={t('form.phone')}
            placeholder={t('form.phonePlaceholder')}
            hint={t('form.phoneHint')}
            type="tel"
            inputMode="tel"
            autoComplete="off"
            error={say(errors.phone?.message)}
            {...register('phone', { onChange: () => setTaken(null) })}
          />
          {taken && (
            <TakenNotice
              taken={taken}
              contact={contact}
              input={getValues()}
              onJoined={() => done(t('form.joined'))}
              onSignedOut={() => setSignedOut(true)}
            />
          )}
          <TagsInput
            label={t('form.tags')}
            hint={t('form.tagsHint')}
            placeholder={t('form.tagsPlaceholder')}
            tags={watch('tags')}
            onChange={(tags) => setValue('tags', tags, { shouldDirty: true })}
          />
          {fields.data?.map(({ key, label }) => (
            <TextField
              key={key}
              id={`contact-field-${key}`}
              label={label}
              autoComplete="off"
              error={say(errors.fields?.[key]?.message)}
              {...register(`fields.${key}`)}
            />
          ))}
          {!contact && (
            <Button variant="link" size="sm" className="justify-self-start" onClick={onFields}>
              {t('form.manageFields')}
            </Button>
          )}
        </form>
        <LazySignInDialog
          open={isSignedOut}
          onOpenChange={setSignedOut}
          onSignedIn={() => {
            setSignedOut(false)
            void submit()
          }}
        />
      </DialogContent>
    </Dialog>
  )
}
