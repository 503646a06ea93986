'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { LazySignInDialog } from '@/components/sends/lazy-sign-in-dialog'
import { Queries } from '@/components/shell/queries'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose, DialogContent } from '@/components/ui/dialog'
import { Field, fieldControl } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { toast } from '@/components/ui/toast'
import { setTemplateTagsAction } from '@/lib/actions/templates'
import { fail } from '@/lib/domain/action-result'
import { fold } from '@/lib/domain/fold'
import { distinctTags, isSameTag, TAG_LENGTH, TAG_LIMIT, tagSchema, tagsSchema } from '@/lib/domain/template-tags'
import { TagChoices } from './library-toolbar'
import { TagWithRemove } from './tag-chip'
import { toggleTag } from './tag-filter'
import { readTemplateTags } from './template-page-read'

type TagsDialogProps = {
  template: { id: string; name: string; tags: string[] }
  /** Hears what the list's tags are by now. */
  onSaved: (tags: string[]) => void
  onClose: () => void
}

type Problem = 'tagRequired' | 'tagTooLong' | 'tooManyTags'

const SUGGESTED = 24

/** Gives tags to a saved list and takes them away. Brings its own reads: the editor's page has none. */
export const TagsDialog = (props: TagsDialogProps) => (
  <Queries>
    <TagsForm {...props} />
  </Queries>
)

function TagsForm({ template, onSaved, onClose }: TagsDialogProps) {
  const t = useTranslations('templates.tags')
  const tTemplates = useTranslations('templates')
  const tEditor = useTranslations('editor')
  const client = useQueryClient()
  const field = useRef<HTMLInputElement>(null)
  const [tags, setTags] = useState(template.tags)
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [failure, setFailure] = useState<'offline' | 'gone' | 'forbidden' | 'unexpected' | null>(null)
  const [busy, setBusy] = useState(false)
  const [isSignedOut, setSignedOut] = useState(false)
  const inUse = useQuery({ queryKey: ['templates', 'tags'], queryFn: readTemplateTags, retry: false })
  // One that is pressed stays where it is: only what the list had from the start is left out.
  const suggested = (inUse.data ?? [])
    .map(({ tag }) => tag)
    .filter((tag) => fold(tag).includes(fold(typed)) && !template.tags.some((own) => isSameTag(own, tag)))

  /** Several at once, where somebody pastes them with commas. Null where one of them cannot be. */
  const withTyped = (): string[] | null => {
    const parts = typed.split(/[,;\n]/).filter((part) => part.trim())
    const parsed = parts.map((part) => tagSchema.safeParse(part))
    const bad = parsed.find(({ success }) => !success)
    if (bad) {
      setProblem(bad.error?.issues[0]?.message === 'tagTooLong' ? 'tagTooLong' : 'tagRequired')
      return null
    }
    return check(distinctTags([...tags, ...parsed.flatMap(({ data }) => data ?? [])]))
  }

  const check = (next: string[]): string[] | null => {
    if (tagsSchema.safeParse(next).success) return next
    setProblem('tooManyTags')
    return null
  }

  const add = () => {
    if (!typed.trim()) return setProblem('tagRequired')
    const next = withTyped()
    if (!next) return
    setTags(next)
    setTyped('')
    setProblem(null)
  }

  const toggle = (tag: string) => {
    const next = check(toggleTag(tags, tag))
    if (!next) return
    setTags(next)
    setProblem(null)
  }

  const remove = (tag: string) => {
    setTags(tags.filter((other) => !isSameTag(other, tag)))
    setProblem(null)
    field.current?.focus()
  }

  const save = async () => {
    const next = typed.trim() ? withTyped() : check(tags)
    if (!next) return field.current?.focus()
    setBusy(true)
    setFailure(null)
    const result = await setTemplateTagsAction({ id: template.id, tags: next }).catch(() => fail('offline'))
    setBusy(false)
    if (result.ok) {
      toast(t('saved'))
      onSaved(result.data.tags)
      void client.invalidateQueries({ queryKey: ['templates'] })
      return onClose()
    }
    const { code } = result.error
    if (code === 'signedOut') setSignedOut(true)
    else setFailure(code === 'invalid' ? 'unexpected' : code)
  }

  const error =
    problem && tTemplates(`tagProblems.${problem}`, { max: problem === 'tagTooLong' ? TAG_LENGTH : TAG_LIMIT })
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        size="sm"
        title={t('of', { name: template.name })}
        description={t('text', { max: TAG_LIMIT })}
        closeLabel={tEditor('close')}
        onOpenAutoFocus={(event) => {
          event.preventDefault()
          field.current?.focus()
        }}
        footer={
          <>
            <DialogClose asChild>
              <Button>{tEditor('cancel')}</Button>
            </DialogClose>
            <Button variant="primary" busy={busy} onClick={() => void save()}>
              {t('save')}
            </Button>
          </>
        }
      >
        <div className="grid gap-5">
          {failure && (
            <Alert role="alert" tone="danger">
              {tEditor(`failed.${failure}`)}
            </Alert>
          )}
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault()
              add()
            }}
          >
            <Field id="new-tag" label={t('add')} error={error}>
              <div className="flex gap-2">
                <Input
                  {...fieldControl('new-tag', { error })}
                  ref={field}
                  value={typed}
                  autoComplete="off"
                  placeholder={t('addPlaceholder')}
                  onChange={(event) => {
                    setTyped(event.target.value)
                    setProblem(null)
                  }}
                />
                <Button type="submit">{t('addButton')}</Button>
              </div>
            </Field>
          </form>
          <section aria-labelledby="own-tags" className="grid gap-2">
            <h3 id="own-tags" className="text-[0.8667rem] font-medium">
              {t('onList')}
            </h3>
            <div aria-live="polite" className="min-h-6">
              {tags.length === 0 ? (
                <p className="text-[0.8667rem] text-muted">{t('none')}</p>
              ) : (
                <ul className="flex flex-wrap gap-1.5">
                  {tags.map((tag) => (
                    <li key={tag} className="flex max-w-full min-w-0">
                      <TagWithRemove tag={tag} label={t('take', { tag })} onRemove={() => remove(tag)} />
                    </li>
                  ))}
                </ul>
              )}
            </div>
          </section>
          {suggested.length > 0 && (
            <section aria-labelledby="tags-in-use" className="grid gap-2">
              <h3 id="tags-in-use" className="text-[0.8667rem] font-medium">
                {t('inUse')}
              </h3>
              <TagChoices tags={suggested.slice(0, SUGGESTED)} chosen={tags} onToggle={toggle} />
            </section>
          )}
        </div>
        <LazySignInDialog
          open={isSignedOut}
          onOpenChange={setSignedOut}
          onSignedIn={() => {
            setSignedOut(false)
            void save()
          }}
        />
      </DialogContent>
    </Dialog>
  )
}
