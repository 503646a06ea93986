'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose, DialogContent } from '@/components/ui/dialog'
import { toast } from '@/components/ui/toast'
import { setContactsTagsAction } from '@/lib/actions/contacts'
import { isSameTag } from '@/lib/domain/template-tags'
import type { Chosen } from './chosen'
import { useContactAct } from './contact-act'
import { TagsInput } from './tags-input'

type TagContactsDialogProps = { chosen: Chosen; onDone: () => void; onClose: () => void }

/** Gives tags to many people at once, and takes others away. */
export function TagContactsDialog({ chosen, onDone, onClose }: TagContactsDialogProps) {
  const t = useTranslations('contacts')
  const { run, isBusy, notice } = useContactAct()
  const field = useRef<HTMLInputElement>(null)
  const [add, setAdd] = useState<string[]>([])
  const [remove, setRemove] = useState<string[]>([])
  const without = (tags: string[], others: string[]) => tags.filter((tag) => !others.some((one) => isSameTag(one, tag)))

  const save = () =>
    run(
      () => setContactsTagsAction({ target: chosen.target, add, remove }),
      ({ changed, full }) => {
        const more = full > 0 ? { description: t('tagging.full', { count: full }) } : undefined
        toast(t('tagging.done', { count: changed }), more)
        onDone()
        onClose()
      },
    )

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        size="sm"
        title={t('tagging.title', { count: chosen.count })}
        description={t('tagging.text')}
        closeLabel={t('close')}
        onOpenAutoFocus={(event) => {
          event.preventDefault()
          field.current?.focus()
        }}
        footer={
          <>
            <DialogClose asChild>
              <Button>{t('cancel')}</Button>
            </DialogClose>
            <Button
              variant="primary"
              busy={isBusy}
              aria-disabled={add.length + remove.length === 0}
              onClick={() => void save()}
            >
              {t('tagging.save')}
            </Button>
          </>
        }
      >
        <div className="grid gap-5">
          {notice}
          <TagsInput
            inputRef={field}
            label={t('tagging.add')}
            hint={t('tagging.addHint')}
            tags={add}
            onChange={(tags) => {
              setAdd(tags)
              setRemove(without(remove, tags))
            }}
          />
          <TagsInput
            knownOnly
            label={t('tagging.remove')}
            tags={remove}
            onChange={(tags) => {
              setRemove(tags)
              setAdd(without(add, tags))
            }}
          />
        </div>
      </DialogContent>
    </Dialog>
  )
}
