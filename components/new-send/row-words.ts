'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useProblemText } from '@/components/editor/problem-text'
import { useWhen } from '@/components/sends/when'
import type { RecipientRowView } from '@/lib/domain/recipient-verdict'

/** Words for what was found of a line, and for what was done to its phone. */
export function useRowWords() {
  const t = useTranslations('newSend.rows')
  const names = useTranslations('variables.names')
  const problem = useProblemText()
  const format = useFormatter()
  const { when } = useWhen()

  const noteOf = ({ detail, verdict, windowClosesAt }: RecipientRowView): string | null => {
    if (!detail) {
      if (!windowClosesAt) return null
      return t(verdict === 'closed' ? 'closedAt' : 'openUntil', { when: when(windowClosesAt) })
    }
    switch (detail.of) {
      case 'invalid':
        return t(`rejections.${detail.reason}`)
      case 'variableMissing':
        return t(`values.${detail.why}`, { variable: names(detail.variable) })
      case 'tooLong': {
        const { path, over, max, variable } = detail
        const { place, field } = problem({ code: 'tooLong', severity: 'blocks', path, params: { over, max } })
        return t('tooLong', { where: place ? `${place}, ${field}` : field, variable: names(variable), over, max })
      }
      case 'duplicate':
        return t('duplicate', { line: detail.line })
      case 'repeated':
        return t('repeated', { when: when(detail.at) })
      case 'optedOut':
        return t('optedOut', { when: when(detail.at) })
    }
  }

  const repairsOf = ({ repairs }: RecipientRowView): string | null =>
    repairs.length > 0
      ? t('repaired', {
          how: format.list(
            repairs.map((repair) => t(`repairs.${repair}`)),
            { type: 'conjunction' },
          ),
        })
      : null

  return { noteOf, repairsOf }
}
