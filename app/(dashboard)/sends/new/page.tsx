import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { NewSend } from '@/components/new-send/new-send'
import { SendCrumbs } from '@/components/sends/send-crumbs'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth/session'
import { readAnswerPeople } from '@/lib/domain/answer-people'
import { getConnection } from '@/lib/queries/connection'
import { getRecipientList } from '@/lib/queries/recipient-lists'
import { getSendingRules } from '@/lib/queries/sending-rules'
import { getTemplate } from '@/lib/queries/templates'

type Search = Record<string, string | string[] | undefined>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newSend'))('title') }
}

export default async function NewSendPage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requireActor()
  const [t, search] = await Promise.all([getTranslations('newSend'), searchParams])
  const templateId = z.uuid().safeParse(search.template).data
  const listId = z.uuid().safeParse(search.list).data ?? null
  const [template, list, rules, connection] = await Promise.all([
    templateId ? getTemplate(actor, templateId) : null,
    listId ? getRecipientList(actor, listId) : null,
    getSendingRules(actor),
    getConnection(actor),
  ])
  return (
    <div className="grid gap-5">
      <div className="grid gap-1">
        <SendCrumbs />
        <PageHeader title={t('title')} description={t('description')} />
      </div>
      <NewSend
        template={template}
        list={list}
        listId={listId}
        answers={search.from ? readAnswerPeople(search) : null}
        rules={rules}
        perSecond={connection.perSecond}
      />
    </div>
  )
}
