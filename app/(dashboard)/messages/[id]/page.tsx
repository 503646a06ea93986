import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { MessagePage } from '@/components/message/message-page'
import { requireActor } from '@/lib/auth/session'
import { recipientIdSchema } from '@/lib/domain/send-filters'
import { getGatewayFor } from '@/lib/queries/connection'
import { getMessageDetail } from '@/lib/queries/message-detail'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('message'))('tab') }
}

export default async function OneMessagePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor()
  const id = recipientIdSchema.safeParse((await params).id)
  const message = id.success ? await getMessageDetail(actor, id.data) : null
  if (!message) notFound()
  const gateway = await getGatewayFor(actor, message.send.gateway)
  // Its token stays here.
  const address = gateway && { baseUrl: gateway.baseUrl, passesCallbackData: gateway.passesCallbackData }
  return <MessagePage key={message.recipient.id} initial={message} address={address} />
}
