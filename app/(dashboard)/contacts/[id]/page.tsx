import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { ContactDetail } from '@/components/contacts/contact-detail'
import { requireActor } from '@/lib/auth/session'
import { getContact } from '@/lib/queries/contact-detail'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('contacts'))('title') }
}

export default async function ContactPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor()
  const id = z.uuid().safeParse((await params).id)
  const contact = id.success ? await getContact(actor, id.data) : null
  if (!contact) notFound()
  return <ContactDetail key={contact.contact.id} first={contact} />
}
