import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Choices } from '@/components/choices/choices'
import { ChoicesEmpty } from '@/components/choices/choices-empty'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth/session'
import { type ChoiceAddress, comparedScope, readChoiceAddress } from '@/lib/domain/choice'
import { listChoiceOptions } from '@/lib/queries/choice-options'
import { getChoices } from '@/lib/queries/choices'
import { getGateway } from '@/lib/queries/connection'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('choices'))('title') }
}

export default async function ChoicesPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const actor = await requireActor()
  const [t, asked, gateway] = await Promise.all([
    getTranslations('choices'),
    searchParams.then(readChoiceAddress),
    getGateway(actor),
  ])
  const options = await listChoiceOptions(actor, asked)
  const [newest] = options.sends
  const isAsked = asked.send || asked.template || asked.audience
  // Who asks for nothing in particular sees what was answered last.
  const address: ChoiceAddress | null = isAsked ? asked : newest ? { send: newest.id, base: asked.base } : null
  const isSandbox = gateway.kind === 'sandbox'
  if (!address) {
    return (
      <div className="grid gap-5">
        <PageHeader title={t('title')} description={t('description')} />
        <ChoicesEmpty isRehearsal={isSandbox} />
      </div>
    )
  }
  const { base: _, compare: __, ...scope } = address
  const beside = comparedScope(address)
  const [report, other] = await Promise.all([getChoices(actor, scope), beside && getChoices(actor, beside)])
  return <Choices address={address} options={options} report={report} other={other} isSandbox={isSandbox} />
}
