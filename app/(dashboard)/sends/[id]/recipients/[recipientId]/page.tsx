import { notFound, redirect } from 'next/navigation'
import { requireActor } from '@/lib/auth/session'
import { recipientIdSchema } from '@/lib/domain/send-filters'

/** Where one person's message was told of before it had a page of its own: such addresses were kept and passed on. */
export default async function RecipientPage({ params }: { params: Promise<{ recipientId: string }> }) {
  await requireActor()
  const id = recipientIdSchema.safeParse((await params).recipientId)
  if (!id.success) notFound()
  redirect(`/messages/${id.data}`)
}
