'use client'

import { Phone } from '@/components/phone/phone'
import { PhoneStage, type StagedPhone } from '@/components/phone/phone-stage'
import { PictureMenu } from '@/components/sharing/picture-menu'
import type { TemplateView } from '@/lib/domain/list-template'
import { fillDraft, sampleText } from '@/lib/domain/variables'
import { type Cell, useWholeCell } from './cell'
import { useDraft, useEditor } from './editor'

const phone = (staged: StagedPhone) => <LivePhone {...staged} />

/** The stage with the phone; `saved` is the saved list that is edited, for what leaves the editor under its name. */
export function EditorPreview({ saved }: { saved: Cell<TemplateView | null> }) {
  const { read } = useEditor()
  return (
    <PhoneStage tools={<PictureMenu read={() => ({ draft: read(), template: saved.get() })} />}>{phone}</PhoneStage>
  )
}

/** The phone: a leaf that draws with every keystroke, in the same frame, and takes nothing else along. */
function LivePhone(staged: StagedPhone) {
  const { at } = useEditor()
  const draft = useDraft()
  return <Phone {...staged} message={fillDraft(draft, sampleText)} highlight={useWholeCell(at)} />
}
