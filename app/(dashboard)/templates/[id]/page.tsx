import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { z } from 'zod'
import { ListEditor } from '@/components/editor/list-editor'
import { requireActor } from '@/lib/auth/session'
import { getTemplate } from '@/lib/queries/templates'
import { getUnsavedDraft } from '@/lib/queries/unsaved-drafts'

type Params = { params: Promise<{ id: string }> }

const readTemplate = cache(async (id: string) => {
  const actor = await requireActor()
  return z.uuid().safeParse(id).success ? getTemplate(actor, id) : null
})

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  return { title: (await readTemplate((await params).id))?.name }
}

export default async function TemplatePage({ params }: Params) {
  const actor = await requireActor()
  const { id } = await params
  const template = await readTemplate(id)
  if (!template) notFound()
  return (
    <ListEditor
      key={`${actor.userId} ${id}`}
      userId={actor.userId}
      template={template}
      start={{ draft: template.draft, from: 'blank' }}
      unsaved={await getUnsavedDraft(actor, id)}
    />
  )
}
