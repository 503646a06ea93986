import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { ListEditor } from '@/components/editor/list-editor'
import type { EditorStart } from '@/components/editor/use-keeping'
import { requireActor } from '@/lib/auth/session'
import type { Actor } from '@/lib/domain/actor'
import { messageToDraft, newDraft } from '@/lib/domain/list-draft'
import { versionNumberSchema } from '@/lib/domain/template-version'
import { getSendMessage } from '@/lib/queries/sends'
import { getTemplateVersion } from '@/lib/queries/template-versions'
import { getTemplate } from '@/lib/queries/templates'
import { getUnsavedDraft } from '@/lib/queries/unsaved-drafts'

type Search = Record<string, string | string[] | undefined>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('editor'))('composeTitle') }
}

export default async function ComposePage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requireActor()
  const [start, unsaved] = await Promise.all([readStart(actor, await searchParams), getUnsavedDraft(actor, 'compose')])
  return <ListEditor key={actor.userId} userId={actor.userId} template={null} start={start} unsaved={unsaved} />
}

/** `?send=` opens a copy of what was sent, `?template=` one of a saved list, with `&version=` as it was then. */
async function readStart(actor: Actor, { send, template, version }: Search): Promise<EditorStart> {
  const sendId = z.uuid().safeParse(send).data
  const message = sendId && (await getSendMessage(actor, sendId))
  if (message) return { draft: messageToDraft(message), from: 'send' }
  const templateId = z.uuid().safeParse(template).data
  const number = versionNumberSchema.safeParse(Number(version)).data
  const saved =
    templateId &&
    (await (number ? getTemplateVersion(actor, { templateId, version: number }) : getTemplate(actor, templateId)))
  if (saved) return { draft: saved.draft, from: 'template' }
  return { draft: newDraft(), from: 'blank' }
}
