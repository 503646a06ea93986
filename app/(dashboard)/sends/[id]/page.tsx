import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { SendDetail } from '@/components/sends/send-detail'
import { requireActor } from '@/lib/auth/session'
import { getGatewayFor } from '@/lib/queries/connection'
import { getSend } from '@/lib/queries/sends'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sends'))('one.tab') }
}

export default async function SendPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor()
  const id = z.uuid().safeParse((await params).id)
  const send = id.success ? await getSend(actor, id.data) : null
  if (!send) notFound()
  const gateway = await getGatewayFor(actor, send.gateway)
  // Its token stays here.
  const address = gateway && { baseUrl: gateway.baseUrl, passesCallbackData: gateway.passesCallbackData }
  return <SendDetail key={send.id} initial={send} address={address} />
}
