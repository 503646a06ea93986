'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { newUuid } from '@/components/editor/browser-store'
import { toast } from '@/components/ui/toast'
import { createTemplateAction } from '@/lib/actions/templates'
import { fail } from '@/lib/domain/action-result'
import type { ReadyListId } from '@/lib/domain/ready-list'
import type { ReadyPick } from './ready-grid'

/** Takes a ready-made list into the library and opens it there. */
export function useReadyPick() {
  const t = useTranslations('ready')
  const tEditor = useTranslations('editor')
  const router = useRouter()
  const [busyId, setBusyId] = useState<ReadyListId | null>(null)
  const [signIn, setSignIn] = useState<{ again: () => void } | null>(null)
  // One id for a pick and whatever repeats it, so that a lost answer makes no second list.
  const made = useRef<{ of: ReadyListId; id: string } | null>(null)

  const pick = async (ready: ReadyPick) => {
    const { current } = made
    const id = current?.of === ready.id ? current.id : newUuid()
    made.current = { of: ready.id, id }
    const again = () => void pick(ready)
    setBusyId(ready.id)
    const result = await createTemplateAction({ id, name: ready.name, draft: ready.draft }).catch(() => fail('offline'))
    if (result.ok) {
      made.current = null
      toast(t('added', { name: ready.name }))
      return router.push(`/templates/${id}`)
    }
    setBusyId(null)
    const { code } = result.error
    if (code === 'signedOut') setSignIn({ again })
    else toast.error(tEditor(`failed.${code}`), { action: { label: tEditor('tryAgain'), onClick: again } })
  }

  return { busyId, pick, signIn, closeSignIn: () => setSignIn(null) }
}
