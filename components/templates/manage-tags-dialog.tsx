'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Pencil, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { LazySignInDialog } from '@/components/sends/lazy-sign-in-dialog'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { Field, fieldControl } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { toast } from '@/components/ui/toast'
import { renameTagAction } from '@/lib/actions/templates'
import { fail } from '@/lib/domain/action-result'
import { isSameTag, TAG_LENGTH, type TagCount, tagSchema } from '@/lib/domain/template-tags'
import { readTemplateTags } from './template-page-read'

type ManageTagsDialogProps = {
  first: TagCount[]
  /** Hears of a tag that is called otherwise now, or that is gone. */
  onRenamed: (from: string, to: string | null) => void
  onClose: () => void
}

type Doing = { tag: string; what: 'rename' | 'remove' }
type Failure = 'offline' | 'forbidden' | 'unexpected'

/** The tags of the whole library: renamed, joined, taken away. */
export function ManageTagsDialog({ first, onRenamed, onClose }: ManageTagsDialogProps) {
  const t = useTranslations('templates.tags')
  const tEditor = useTranslations('editor')
  const client = useQueryClient()
  const list = useRef<HTMLUListElement>(null)
  const [doing, setDoing] = useState<Doing | null>(null)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [again, setAgain] = useState<(() => void) | null>(null)
  const { data: tags } = useQuery({ queryKey: ['templates', 'tags'], queryFn: readTemplateTags, initialData: first })

  const change = async (from: string, to: string | null) => {
    setBusy(true)
    setFailure(null)
    const result = await renameTagAction({ from, to }).catch(() => fail('offline'))
    setBusy(false)
    if (!result.ok) {
      const { code } = result.error
      if (code === 'signedOut') setAgain(() => () => void change(from, to))
      else setFailure(code === 'invalid' ? 'unexpected' : code)
      return
    }
    toast(t(to === null ? 'removed' : 'renamed', { count: result.data.count }))
    await client.invalidateQueries({ queryKey: ['templates'] })
    onRenamed(from, to)
    setDoing(null)
    list.current?.focus()
  }

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent size="sm" title={t('manage')} description={t('manageText')} closeLabel={tEditor('close')}>
        <div className="grid gap-3">
          {failure && (
            <Alert role="alert" tone="danger">
              {tEditor(`failed.${failure}`)}
            </Alert>
          )}
          {tags.length === 0 && <p className="py-4 text-center text-muted">{t('noneInUse')}</p>}
          <ul ref={list} tabIndex={-1} aria-label={t('title')} className="grid outline-none">
            {tags.map(({ tag, count }) => (
              <li key={tag} className="grid gap-2 border-b py-1.5 last:border-b-0">
                <div className="flex items-center gap-2">
                  <span className="min-w-0 flex-1 truncate font-medium">{tag}</span>
                  <span className="text-[0.8667rem] text-muted">{t('lists', { count })}</span>
                  <IconButton
                    label={t('rename', { tag })}
                    icon={<Pencil aria-hidden />}
                    aria-expanded={doing?.tag === tag && doing.what === 'rename'}
                    onClick={() => setDoing({ tag, what: 'rename' })}
                  />
                  <IconButton
                    label={t('remove', { tag })}
                    icon={<Trash2 aria-hidden />}
                    aria-expanded={doing?.tag === tag && doing.what === 'remove'}
                    onClick={() => setDoing({ tag, what: 'remove' })}
                  />
                </div>
                {doing?.tag === tag && doing.what === 'rename' && (
                  <RenameForm
                    tag={tag}
                    others={tags.map((other) => other.tag)}
                    busy={busy}
                    onName={(name) => void change(tag, name)}
                    onCancel={() => setDoing(null)}
                  />
                )}
                {doing?.tag === tag && doing.what === 'remove' && (
                  <div className="flex flex-wrap items-center gap-2 pb-1.5">
                    <span className="mr-auto">{t('removeAsk', { count })}</span>
                    <Button size="sm" onClick={() => setDoing(null)}>
                      {tEditor('cancel')}
                    </Button>
                    <Button size="sm" variant="danger" autoFocus busy={busy} onClick={() => void change(tag, null)}>
                      {t('removeSure')}
                    </Button>
                  </div>
                )}
              </li>
            ))}
          </ul>
        </div>
        <LazySignInDialog
          open={again !== null}
          onOpenChange={(open) => !open && setAgain(null)}
          onSignedIn={() => {
            setAgain(null)
            again?.()
          }}
        />
      </DialogContent>
    </Dialog>
  )
}

type RenameFormProps = {
  tag: string
  others: string[]
  busy: boolean
  onName: (name: string) => void
  onCancel: () => void
}

function RenameForm({ tag, others, busy, onName, onCancel }: RenameFormProps) {
  const t = useTranslations('templates.tags')
  const tTemplates = useTranslations('templates')
  const tEditor = useTranslations('editor')
  const [name, setName] = useState(tag)
  const [isTried, setIsTried] = useState(false)
  const parsed = tagSchema.safeParse(name)
  const problem = parsed.success ? null : parsed.error.issues[0]?.message
  const error =
    isTried && problem
      ? tTemplates(problem === 'tagTooLong' ? 'tagProblems.tagTooLong' : 'tagProblems.tagRequired', { max: TAG_LENGTH })
      : undefined
  const joins =
    parsed.success && !isSameTag(parsed.data, tag) ? others.find((other) => isSameTag(other, parsed.data)) : undefined
  return (
    <form
      noValidate
      className="pb-1.5"
      onSubmit={(event) => {
        event.preventDefault()
        setIsTried(true)
        if (!parsed.success) return
        if (parsed.data === tag) onCancel()
        else onName(parsed.data)
      }}
    >
      <Field
        id="tag-name"
        hideLabel
        label={t('renameField', { tag })}
        error={error}
        hint={joins && t('merge', { tag: joins })}
      >
        <div className="flex gap-2">
          <Input
            {...fieldControl('tag-name', { error, hint: joins })}
            value={name}
            autoFocus
            autoComplete="off"
            onFocus={(event) => event.target.select()}
            onChange={(event) => setName(event.target.value)}
          />
          <Button onClick={onCancel}>{tEditor('cancel')}</Button>
          <Button variant="primary" type="submit" busy={busy}>
            {t('renameSave')}
          </Button>
        </div>
      </Field>
    </form>
  )
}
