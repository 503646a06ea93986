'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { toast } from '@/components/ui/toast'
import { removeAudienceMembersAction } from '@/lib/actions/audiences'
import { fail } from '@/lib/domain/action-result'
import type { ContactTarget } from '@/lib/domain/contact-target'
import { rereadContacts } from './contact-reads'
import { toFailure } from './use-contact-actions'

/** Takes people out of a saved audience who were added to it by hand. */
export function useTakeOut(onDone: () => void) {
  const t = useTranslations('audiences.pick')
  const tContacts = useTranslations('contacts')
  const client = useQueryClient()
  return async (id: string, target: ContactTarget) => {
    const result = await removeAudienceMembersAction({ id, target }).catch(() => fail('offline'))
    if (!result.ok) return toast.error(tContacts(`failed.${toFailure(result.error.code)}`))
    toast(t('removed', { count: result.data.removed }))
    onDone()
    void rereadContacts(client)
  }
}
