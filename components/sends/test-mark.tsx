import { Drama } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'

/** On everything that went to the stand-in, so that nobody takes a rehearsal for the real thing. */
export function TestMark() {
  const t = useTranslations('sends')
  return (
    <span title={t('testHint')} className="inline-flex shrink-0">
      <Badge tone="info" icon={<Drama aria-hidden />}>
        {t('test')}
      </Badge>
    </span>
  )
}
