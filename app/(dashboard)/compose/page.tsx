import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { ListEditor } from '@/components/editor/list-editor'
import type { EditorStart } from '@/components/editor/use-keeping'
import { requireActor } from '@/lib/auth/session'
import type { Actor } from '@/lib/domain/actor'
import { messageToDraft, newDraft } from '@/lib/domain/list-draft'
import { getSendMessage } from '@/lib/queries/sends'
import { getTemplate } from '@/lib/queries/templates'

type Search = Record<string, string | string[] | undefined>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('editor'))('composeTitle') }
}

export default async function ComposePage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requireActor()
  const start = await readStart(actor, await searchParams)
  return <ListEditor key={actor.userId} userId={actor.userId} template={null} start={start} />
}

/** `?send=` opens a copy of what was sent, `?template=` one of a saved list. */
async function readStart(actor: Actor, { send, template }: Search): Promise<EditorStart> {
  const sendId = z.uuid().safeParse(send).data
  const message = sendId && (await getSendMessage(actor, sendId))
  if (message) return { draft: messageToDraft(message), from: 'send' }
  const templateId = z.uuid().safeParse(template).data
  const saved = templateId && (await getTemplate(actor, templateId))
  if (saved) return { draft: saved.draft, from: 'template' }
  return { draft: newDraft(), from: 'blank' }
}
