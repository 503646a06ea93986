'use client'

import { useEffect } from 'react'
import { usePressOf } from '@/components/sends/press'
import { createListSendAction } from '@/lib/actions/list-sends'
import type { NewSendWork } from './use-new-send'

export type ListSendPress = ReturnType<typeof useListSendPress>

/** The press of the bar's button, through to an answer. */
export function useListSendPress(make: NewSendWork, onSent: (sendId: string) => void) {
  const { template, draft, list, read, people, gateway, blocked, readGateway } = make
  const content =
    blocked || !draft || !list || !read.plan ? null : JSON.stringify([draft, list.id, read.plan, gateway?.kind])
  const { state, earlier, press, retryNow } = usePressOf(createListSendAction, content, ({ sendId }) => onSent(sendId))

  const refusal = state.phase === 'refused' ? state.code : null
  useEffect(() => {
    if (refusal === 'gatewayChanged' || refusal === 'notReady') void readGateway()
  }, [refusal, readGateway])

  return {
    state,
    earlier,
    retryNow,
    isBusy: state.phase === 'pressing' || state.phase === 'lost',
    press: () => {
      if (!template || !draft || !list || !read.plan || !people || !gateway) return
      void press({
        draft,
        template: { id: template.id, version: template.version },
        list: { id: list.id, revision: list.revision },
        plan: read.plan,
        gateway: gateway.kind,
        confirmCount: people,
        isTest: false,
      })
    },
  }
}
