'use client'

import { useWatch } from 'react-hook-form'
import { Phone } from '@/components/phone/phone'
import { PhoneStage, type StagedPhone } from '@/components/phone/phone-stage'
import type { ListDraft } from '@/lib/domain/list-draft'
import { useWholeCell } from './cell'
import { useEditor } from './editor'

const phone = (staged: StagedPhone) => <LivePhone {...staged} />

export function EditorPreview() {
  return <PhoneStage>{phone}</PhoneStage>
}

/** The phone: a leaf that draws with every keystroke, in the same frame, and takes nothing else along. */
function LivePhone(staged: StagedPhone) {
  const { control, at } = useEditor()
  const draft = useWatch({ control }) as ListDraft
  return <Phone {...staged} message={draft} highlight={useWholeCell(at)} />
}
