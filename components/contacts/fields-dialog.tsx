'use client'

import { useQuery } from '@tanstack/react-query'
import { Pencil, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { readJson } from '@/components/sends/read-json'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { Field, fieldControl } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { toast } from '@/components/ui/toast'
import {
  createContactFieldAction,
  deleteContactFieldAction,
  renameContactFieldAction,
} from '@/lib/actions/contact-fields'
import { type ContactFieldView, fieldLabelSchema } from '@/lib/domain/contact-field'
import { useContactAct } from './contact-act'
import { focusFirstField } from './focus-first'
import { useProblemWords } from './use-problem-words'

type Doing = { key: string; what: 'rename' | 'remove' }

/** The columns of one's own: added, renamed, deleted with what they hold. */
export function FieldsDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('contacts')
  const list = useRef<HTMLUListElement>(null)
  const [doing, setDoing] = useState<Doing | null>(null)
  const [problem, setProblem] = useState<{ of: string; code: string } | null>(null)
  const { run, isBusy, notice } = useContactAct(({ code }) => {
    const isOurs = code === 'labelTaken' || code === 'tooManyFields'
    if (isOurs) setProblem({ of: doing?.key ?? '', code })
    return isOurs
  })
  const { data: fields } = useQuery({
    queryKey: ['contacts', 'fields'],
    queryFn: ({ signal }) => readJson<ContactFieldView[]>('/api/contacts/fields', signal),
  })
  const settle = () => {
    setDoing(null)
    list.current?.focus()
  }
  const problemOf = (key: string) => (problem?.of === key ? problem.code : undefined)

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        size="sm"
        title={t('fieldsDialog.title')}
        description={t('fieldsDialog.text')}
        closeLabel={t('close')}
        onOpenAutoFocus={focusFirstField}
      >
        <div className="grid gap-4">
          {notice}
          <ul ref={list} tabIndex={-1} aria-label={t('fieldsDialog.list')} className="grid outline-none">
            {fields?.map(({ key, label }) => (
              <li key={key} className="grid gap-2 border-b py-1.5 last:border-b-0">
                <div className="flex items-center gap-2">
                  <span className="min-w-0 flex-1 truncate font-medium">{label}</span>
                  <IconButton
                    label={t('fieldsDialog.rename', { label })}
                    icon={<Pencil aria-hidden />}
                    aria-expanded={doing?.key === key && doing.what === 'rename'}
                    onClick={() => setDoing({ key, what: 'rename' })}
                  />
                  <IconButton
                    label={t('fieldsDialog.remove', { label })}
                    icon={<Trash2 aria-hidden />}
                    aria-expanded={doing?.key === key && doing.what === 'remove'}
                    onClick={() => setDoing({ key, what: 'remove' })}
                  />
                </div>
                {doing?.key === key && doing.what === 'rename' && (
                  <LabelForm
                    label={t('fieldsDialog.renameField', { label })}
                    first={label}
                    confirm={t('fieldsDialog.renameSave')}
                    busy={isBusy}
                    refusal={problemOf(key)}
                    onCancel={() => setDoing(null)}
                    onLabel={(next) => {
                      setProblem(null)
                      void run(() => renameContactFieldAction({ key, label: next }), settle)
                    }}
                  />
                )}
                {doing?.key === key && doing.what === 'remove' && (
                  <div className="flex flex-wrap items-center gap-2 pb-1.5">
                    <span className="mr-auto">{t('fieldsDialog.removeAsk', { label })}</span>
                    <Button size="sm" onClick={() => setDoing(null)}>
                      {t('cancel')}
                    </Button>
                    <Button
                      size="sm"
                      variant="danger"
                      autoFocus
                      busy={isBusy}
                      onClick={() =>
                        void run(
                          () => deleteContactFieldAction({ key }),
                          ({ count }) => {
                            toast(t('fieldsDialog.removed', { count }))
                            settle()
                          },
                        )
                      }
                    >
                      {t('fieldsDialog.removeSure')}
                    </Button>
                  </div>
                )}
              </li>
            ))}
          </ul>
          {fields?.length === 0 && <p className="text-muted">{t('fieldsDialog.none')}</p>}
          <LabelForm
            key={fields?.length}
            label={t('fieldsDialog.new')}
            first=""
            placeholder={t('fieldsDialog.placeholder')}
            confirm={t('fieldsDialog.add')}
            busy={isBusy && doing === null}
            refusal={problemOf('')}
            onLabel={(label) => {
              setProblem(null)
              setDoing(null)
              void run(() => createContactFieldAction({ label }), settle)
            }}
          />
        </div>
      </DialogContent>
    </Dialog>
  )
}

type LabelFormProps = {
  label: string
  first: string
  placeholder?: string
  confirm: string
  busy: boolean
  refusal: string | undefined
  onLabel: (label: string) => void
  onCancel?: () => void
}

function LabelForm({ label, first, placeholder, confirm, busy, refusal, onLabel, onCancel }: LabelFormProps) {
  const t = useTranslations('contacts')
  const say = useProblemWords()
  const [text, setText] = useState(first)
  const [problem, setProblem] = useState<string | undefined>()
  const error = say(problem ?? refusal)
  const id = first ? 'field-label' : 'new-field-label'
  return (
    <form
      noValidate
      className="pb-1"
      onSubmit={(event) => {
        event.preventDefault()
        const parsed = fieldLabelSchema.safeParse(text)
        if (parsed.success) onLabel(parsed.data)
        else setProblem(parsed.error.issues[0]?.message)
      }}
    >
      <Field id={id} label={label} hideLabel={first !== ''} error={error}>
        <div className="flex gap-2">
          <Input
            {...fieldControl(id, { error })}
            value={text}
            placeholder={placeholder}
            autoFocus={first !== ''}
            autoComplete="off"
            onChange={(event) => {
              setText(event.target.value)
              setProblem(undefined)
            }}
          />
          {onCancel && <Button onClick={onCancel}>{t('cancel')}</Button>}
          <Button type="submit" busy={busy} variant={first ? 'primary' : 'secondary'}>
            {confirm}
          </Button>
        </div>
      </Field>
    </form>
  )
}
