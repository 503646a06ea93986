'use client'

import { useTranslations } from 'next-intl'
import type { TemplateView } from '@/lib/domain/list-template'
import { type Cell, useWholeCell } from './cell'
import { useMoment } from './moment'
import { type Keeping, useKeeperState, useSaveState } from './use-keeping'

type SaveStatusProps = { saved: Cell<TemplateView | null>; keeping: Cell<Keeping | null> }

/** Where the words are right now: in the template, on the server, or in this browser only. */
export function SaveStatus({ saved, keeping }: SaveStatusProps) {
  const t = useTranslations('editor')
  const moment = useMoment()
  const template = useWholeCell(saved)
  const { unsaved } = useKeeperState(keeping)
  const { status, at } = useSaveState(keeping)

  const ofDraft = () => {
    if (status === 'idle') return null
    if (status === 'saving') return t('saving')
    if (status === 'away') return t('keptOffline')
    if (status !== 'saved') return t('keptHere')
    if (!at) return null
    return template ? t('draftSaved', { when: moment.inSentence(at) }) : moment.saved(at)
  }
  const ofTemplate = template && (unsaved ? t('unsaved') : moment.saved(template.savedAt))
  const isOnServer = status === 'idle' || status === 'saving' || status === 'saved'
  const said = [ofTemplate, unsaved && ofDraft()].filter((text): text is string => !!text)
  // Where there is no room for both, what matters more is the one that stays.
  const texts = isOnServer ? said : said.reverse()
  return (
    <p
      className="flex h-[1.5em] min-w-0 flex-wrap overflow-hidden text-[0.8667rem] leading-normal text-muted"
      title={texts.join(' · ')}
      suppressHydrationWarning
    >
      {texts.map((text, i) => (
        <span key={text} className="max-w-full truncate whitespace-pre" suppressHydrationWarning>
          {i > 0 && ' · '}
          {text}
        </span>
      ))}
    </p>
  )
}
