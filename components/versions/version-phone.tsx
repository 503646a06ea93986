'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Phone } from '@/components/phone/phone'
import { cn } from '@/components/ui/cn'
import type { FieldPath } from '@/lib/domain/list-edits'
import type { VersionContent } from '@/lib/domain/template-version'
import { fillDraft, sampleText } from '@/lib/domain/variables'

export type PhoneSide = 'message' | 'rows'

type VersionPhoneProps = {
  version: VersionContent
  /** What stands over it: the choice of the version. */
  head: ReactNode
  shows: PhoneSide
  highlight: FieldPath | null
  className?: string
}

/** One version as the customer would see it. */
export function VersionPhone({ version, head, shows, highlight, className }: VersionPhoneProps) {
  const t = useTranslations('versions')
  return (
    <section
      aria-label={t('phone', { version: version.version })}
      className={cn('grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-3', className)}
    >
      {head}
      <Phone
        // Another version, or its other side, is another phone: what was open or chosen on this one is over.
        key={`${version.version} ${shows}`}
        message={fillDraft(version.draft, sampleText)}
        startsOpen={shows === 'rows'}
        highlight={highlight}
        className="[--phone-height:clamp(25rem,calc(100dvh-20rem),36rem)]"
      />
    </section>
  )
}
