'use client'

import { useTranslations } from 'next-intl'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { type Chord, capsOf, isMac, KEYS, type KeyName } from './keys'

const NOTED = ['addRow', 'move', 'duplicate', 'bold', 'italic', 'help'] as const
const isNoted = (name: KeyName): name is (typeof NOTED)[number] => NOTED.some((noted) => noted === name)

/** Which keys do what: made of the very table that they are heard by. */
export function KeySheet({ onClose }: { onClose: () => void }) {
  const t = useTranslations('keys')
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent title={t('title')} description={t('text')} closeLabel={t('close')}>
        <dl className="divide-y">
          {KEYS.map(({ name, chords }) => (
            <div key={name} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-2.5">
              <dt>
                {t(`name.${name}`)}
                {isNoted(name) && <span className="block text-[0.8667rem] text-muted">{t(`note.${name}`)}</span>}
              </dt>
              <dd className="flex flex-wrap gap-x-3 gap-y-1.5">
                {chords.map((chord) => (
                  <Caps key={chord.key} chord={chord} />
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </DialogContent>
    </Dialog>
  )
}

function Caps({ chord }: { chord: Chord }) {
  const t = useTranslations('keys')
  return (
    <span className="flex items-center gap-1">
      {capsOf(chord, isMac()).map(({ sign, spoken }) => (
        <kbd
          key={sign}
          className="inline-flex h-7 min-w-7 items-center justify-center rounded-md border border-b-2 bg-sunken px-1.5 font-sans text-[0.8667rem]"
        >
          <span aria-hidden={spoken ? true : undefined}>{sign}</span>
          {spoken && <span className="sr-only">{t(`cap.${spoken}`)}</span>}
        </kbd>
      ))}
    </span>
  )
}
