'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { TextField } from '@/components/auth/text-field'
import { newUuid } from '@/components/editor/browser-store'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose, DialogContent } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { toast } from '@/components/ui/toast'
import { addAudienceMembersAction, createAudienceAction } from '@/lib/actions/audiences'
import { audienceNameSchema } from '@/lib/domain/audience'
import type { Chosen } from './chosen'
import { useContactAct } from './contact-act'
import { useAudiences } from './contact-reads'
import { focusFirstField } from './focus-first'
import { useProblemWords } from './use-problem-words'

type PickAudienceDialogProps = { chosen: Chosen; onDone: () => void; onClose: () => void }

const NEW = 'new'
const FORM = 'pick-audience'

/** Adds people to a saved audience by hand, or to a new one that has only them. */
export function PickAudienceDialog({ chosen, onDone, onClose }: PickAudienceDialogProps) {
  const t = useTranslations('audiences')
  const tContacts = useTranslations('contacts')
  const say = useProblemWords()
  const { data: audiences } = useAudiences()
  const [picked, setPicked] = useState<string | null>(null)
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<string | undefined>()
  const [newId] = useState(newUuid)
  const { run, isBusy, notice } = useContactAct(({ code }) => {
    if (code === 'nameTaken') setProblem(code)
    return code === 'nameTaken'
  })
  const which = picked ?? audiences?.[0]?.id ?? NEW
  const { target } = chosen

  const save = () => {
    const done = (count: number, audience: string) => {
      toast(t('pick.done', { count, name: audience }))
      onDone()
      onClose()
    }
    if (which !== NEW) {
      const audience = audiences?.find(({ id }) => id === which)
      return run(
        () => addAudienceMembersAction({ id: which, target }),
        ({ added }) => done(added, audience?.name ?? ''),
      )
    }
    const parsed = audienceNameSchema.safeParse(name)
    if (!parsed.success) return setProblem(parsed.error.issues[0]?.message)
    return run(
      () => createAudienceAction({ id: newId, name: parsed.data, rule: null, members: target }),
      ({ added }) => done(added, parsed.data),
    )
  }

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        size="sm"
        title={t('pick.title')}
        description={t('pick.text', { count: chosen.count })}
        closeLabel={tContacts('close')}
        onOpenAutoFocus={focusFirstField}
        footer={
          <>
            <DialogClose asChild>
              <Button>{tContacts('cancel')}</Button>
            </DialogClose>
            <Button variant="primary" type="submit" form={FORM} busy={isBusy} aria-disabled={!audiences}>
              {t('pick.confirm')}
            </Button>
          </>
        }
      >
        <form
          id={FORM}
          noValidate
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault()
            void save()
          }}
        >
          {notice}
          <Field id="pick-audience-which" label={t('pick.which')}>
            <Select
              id="pick-audience-which"
              className="w-full"
              value={which}
              onChange={(event) => setPicked(event.target.value)}
            >
              {audiences?.map((audience) => (
                <option key={audience.id} value={audience.id}>
                  {audience.name}
                </option>
              ))}
              <option value={NEW}>{t('pick.newOne')}</option>
            </Select>
          </Field>
          {which === NEW && (
            <TextField
              id="pick-audience-name"
              label={t('pick.newName')}
              placeholder={t('namePlaceholder')}
              autoComplete="off"
              value={name}
              error={say(problem)}
              onChange={(event) => {
                setName(event.target.value)
                setProblem(undefined)
              }}
            />
          )}
        </form>
      </DialogContent>
    </Dialog>
  )
}
