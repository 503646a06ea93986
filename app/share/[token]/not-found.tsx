import { Link2Off } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/ui/empty-state'

/** The same for a link that has ended as for one that never was. */
export default function NoSuchShare() {
  const t = useTranslations('share.ended')
  return (
    <main className="mx-auto max-w-xl px-4 py-20">
      <EmptyState
        icon={<Link2Off aria-hidden />}
        title={
          // biome-ignore lint/a11y/useSemanticElements: it stands in a paragraph
          <span role="heading" aria-level={1}>
            {t('title')}
          </span>
        }
      >
        {t('text')}
      </EmptyState>
    </main>
  )
}
