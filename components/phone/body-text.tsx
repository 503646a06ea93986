'use client'

import { useTranslations } from 'next-intl'
import { memo, useCallback, useMemo, useState } from 'react'
import { cn } from '@/components/ui/cn'
import { BODY_FOLD } from '@/lib/domain/phone-cuts'
import { drawnLength, foldWhatsAppText } from '@/lib/domain/whatsapp-fold'
import { parseWhatsAppText } from '@/lib/domain/whatsapp-text'
import { TIME_SPACE } from './bubble'
import { CutCount } from './cut-text'
import { FormattedBlocks } from './formatted-text'
import { usePhoneLook } from './phone-look'

type BodyTextProps = {
  text: string
  interactive: boolean
  /** Whether the time hangs in its last line. */
  hasTime: boolean
  /** Shown whole whatever its length: who writes at its end wants to see that. */
  isOpen: boolean
}

/** The body with its marks drawn; a long one is folded, and opens where it is pressed. */
export const BodyText = memo(function BodyText({ text, interactive, hasTime, isOpen }: BodyTextProps) {
  const [isUnfolded, setUnfolded] = useState(false)
  const unfold = useCallback(() => setUnfolded(true), [])
  const blocks = useMemo(() => parseWhatsAppText(text), [text])
  const isWhole = isOpen || isUnfolded
  const folded = useMemo(() => (isWhole ? null : foldWhatsAppText(blocks, BODY_FOLD)), [blocks, isWhole])
  const end = (
    <>
      {folded && (
        <ReadMore onPress={interactive ? unfold : null} countHidden={() => drawnLength(blocks) - drawnLength(folded)} />
      )}
      {hasTime && TIME_SPACE}
    </>
  )
  return <FormattedBlocks blocks={folded ?? blocks} end={end} interactive={interactive} />
})

type ReadMoreProps = { onPress: (() => void) | null; countHidden: () => number }

function ReadMore({ onPress, countHidden }: ReadMoreProps) {
  const t = useTranslations('phone')
  const { showCuts } = usePhoneLook()
  const drawn = cn('font-medium text-(--phone-link)', showCuts && 'phone-cut')
  return (
    <>
      {'… '}
      {onPress ? (
        <button type="button" onClick={onPress} className={cn(drawn, 'hover:underline')}>
          {t('readMore')}
        </button>
      ) : (
        <span className={drawn}>{t('readMore')}</span>
      )}
      {showCuts && (
        <span className="relative ml-1 inline-block w-3">
          <CutCount hidden={countHidden()} />
          {'\u00a0'}
        </span>
      )}
    </>
  )
}
