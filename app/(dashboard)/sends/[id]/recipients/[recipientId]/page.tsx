import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { RecipientDetail } from '@/components/sends/recipient-detail'
import { requireActor } from '@/lib/auth/session'
import { recipientIdSchema } from '@/lib/domain/send-filters'
import { getGatewayFor } from '@/lib/queries/connection'
import { getRecipient } from '@/lib/queries/recipients'
import { getSend } from '@/lib/queries/sends'

const schema = z.object({ id: z.uuid(), recipientId: recipientIdSchema })

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sends'))('one.tab') }
}

export default async function RecipientPage({ params }: { params: Promise<{ id: string; recipientId: string }> }) {
  const actor = await requireActor()
  const parsed = schema.safeParse(await params)
  if (!parsed.success) notFound()
  const { id, recipientId } = parsed.data
  const [send, recipient] = await Promise.all([getSend(actor, id), getRecipient(actor, id, recipientId)])
  if (!send || !recipient) notFound()
  const gateway = await getGatewayFor(actor, send.gateway)
  // Its token stays here.
  const address = gateway && { baseUrl: gateway.baseUrl, passesCallbackData: gateway.passesCallbackData }
  return <RecipientDetail key={recipient.id} send={send} initial={recipient} address={address} />
}
