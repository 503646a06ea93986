import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { StartView } from '@/components/start/start-view'
import { requireActor } from '@/lib/auth/session'
import { readTrendDays } from '@/lib/domain/start-page'
import { getStartPage } from '@/lib/queries/start-page'

const FIGURES_AGE_MS = 20_000

type Search = Record<string, string | string[] | undefined>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('start'))('title') }
}

export default async function HomePage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requireActor()
  const now = new Date()
  const [page, { days }] = await Promise.all([getStartPage(actor, { now, figuresAgeMs: FIGURES_AGE_MS }), searchParams])
  return <StartView page={page} name={actor.name} days={readTrendDays(days)} now={now} />
}
