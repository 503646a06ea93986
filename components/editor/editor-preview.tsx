'use client'

import { useWatch } from 'react-hook-form'
import { Phone } from '@/components/phone/phone'
import type { ListDraft } from '@/lib/domain/list-draft'
import { useWholeCell } from './cell'
import { useEditor } from './editor'

/** The phone: a leaf that draws with every keystroke, in the same frame, and takes nothing else along. */
export function EditorPreview() {
  const { control, at } = useEditor()
  const draft = useWatch({ control }) as ListDraft
  return <Phone message={draft} highlight={useWholeCell(at)} />
}
