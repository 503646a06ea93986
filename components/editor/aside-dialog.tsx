'use client'

import { Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { IconButton } from '@/components/ui/icon-button'
import { countRows } from '@/lib/domain/list-problems'
import type { AsideDraft } from './kept-draft'
import { useMoment } from './moment'

type AsideDialogProps = {
  drafts: AsideDraft[]
  onBringBack: (aside: AsideDraft) => void
  onDrop: (id: string) => void
  onClose: () => void
}

/** The drafts that made room for another, to be brought back or thrown away. */
export function AsideDialog({ drafts, onBringBack, onDrop, onClose }: AsideDialogProps) {
  const t = useTranslations('editor')
  const moment = useMoment()
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent title={t('setAsideTitle')} description={t('setAsideText')} closeLabel={t('close')}>
        {drafts.length === 0 && <p className="text-muted">{t('setAsideEmpty')}</p>}
        <ul className="grid divide-y">
          {drafts.map((aside) => (
            <li key={aside.id} className="flex items-center gap-3 py-2.5">
              <div className="grid min-w-0 flex-1">
                <p className="truncate font-medium">{firstWords(aside) || t('setAsideBlank')}</p>
                <p className="text-[0.8667rem] text-muted">
                  {t('setAsideAt', { when: moment.saved(aside.at), rows: countRows(aside.draft) })}
                </p>
              </div>
              <Button size="sm" onClick={() => onBringBack(aside)}>
                {t('bringBack')}
              </Button>
              <IconButton label={t('throwAway')} icon={<Trash2 aria-hidden />} onClick={() => onDrop(aside.id)} />
            </li>
          ))}
        </ul>
      </DialogContent>
    </Dialog>
  )
}

const firstWords = ({ draft }: AsideDraft) =>
  [draft.header, draft.body, ...draft.sections.flatMap(({ title, rows }) => [title, ...rows.map((row) => row.title)])]
    .find((text) => text.trim())
    ?.slice(0, 120)
