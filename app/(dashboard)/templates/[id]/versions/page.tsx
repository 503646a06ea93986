import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { z } from 'zod'
import { TemplateVersions } from '@/components/versions/template-versions'
import { loadVersionParams } from '@/components/versions/version-params'
import { requireActor } from '@/lib/auth/session'
import { versionNumberSchema } from '@/lib/domain/template-version'
import { getVersionPair, listTemplateVersions } from '@/lib/queries/template-versions'
import { getTemplate } from '@/lib/queries/templates'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const readTemplate = cache(async (id: string) => {
  const actor = await requireActor()
  return z.uuid().safeParse(id).success ? getTemplate(actor, id) : null
})

/** A number that no version can have is as none. */
const toVersion = (number: number | null) => versionNumberSchema.safeParse(number).data

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const template = await readTemplate((await params).id)
  return { title: template && (await getTranslations('versions'))('tab', { name: template.name }) }
}

export default async function VersionsPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const template = await readTemplate((await params).id)
  if (!template) notFound()
  const { from, to, before } = await loadVersionParams(searchParams)
  const [page, pair] = await Promise.all([
    listTemplateVersions(actor, { templateId: template.id, before: toVersion(before) }),
    getVersionPair(actor, { templateId: template.id, from: toVersion(from), to: toVersion(to) }),
  ])
  if (!page || !pair) notFound()
  const { id, name } = template
  return <TemplateVersions userId={actor.userId} template={{ id, name }} page={page} pair={pair} />
}
