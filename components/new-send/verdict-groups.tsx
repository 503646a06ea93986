'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { useProblemText } from '@/components/editor/problem-text'
import { Switch } from '@/components/ui/switch'
import type { RecipientListView } from '@/lib/domain/recipient-list'
import {
  includedVerdicts,
  type RecipientRowView,
  type Verdict,
  type VerdictCounts,
} from '@/lib/domain/recipient-verdict'
import { VerdictItem } from './verdict-item'

/** Those whom one may include first, then those who can be mended. */
const ORDER: Verdict[] = [
  'open',
  'unknown',
  'closed',
  'repeated',
  'variableMissing',
  'tooLong',
  'invalid',
  'duplicate',
  'optedOut',
]

type Choices = { includesClosed: boolean; includesRepeats: boolean }

export type VerdictGroupsProps = Choices & {
  list: RecipientListView
  counts: VerdictCounts
  onChoice: (change: Partial<Choices>) => void
  /** Shows a line's person on the phone. */
  onLook: (row: RecipientRowView) => void
}

/** The verdicts, those who get it first. */
export function VerdictGroups({ list, counts, onChoice, onLook, ...choices }: VerdictGroupsProps) {
  const t = useTranslations('newSend.review')
  const takes = includedVerdicts(choices)
  const found = ORDER.filter((verdict) => counts[verdict] > 0)
  const groups = [
    { key: 'gets', verdicts: found.filter((verdict) => takes.includes(verdict)) },
    { key: 'leftOut', verdicts: found.filter((verdict) => !takes.includes(verdict)) },
  ] as const
  return groups.map(
    ({ key, verdicts }) =>
      verdicts.length > 0 && (
        <div key={key} className="grid gap-2">
          <h3 className="text-[0.8667rem] font-medium text-muted">{t(key)}</h3>
          <ul className="grid rounded-xl border *:border-b *:last:border-b-0">
            {verdicts.map((verdict) => (
              <VerdictItem
                key={verdict}
                verdict={verdict}
                count={counts[verdict]}
                isLeftOut={key === 'leftOut'}
                list={list}
                onLook={onLook}
                control={<Choice verdict={verdict} choices={choices} onChoice={onChoice} />}
              >
                <Explanation verdict={verdict} list={list} />
              </VerdictItem>
            ))}
            {key === 'gets' && list.repairedCount > 0 && (
              <VerdictItem
                verdict="repaired"
                count={list.repairedCount}
                isLeftOut
                list={list}
                onLook={onLook}
                control={null}
              >
                {t('why.repaired')}
              </VerdictItem>
            )}
          </ul>
        </div>
      ),
  )
}

type ChoiceProps = { verdict: Verdict; choices: Choices; onChoice: (change: Partial<Choices>) => void }

/** Who is left out unless one says otherwise. */
function Choice({ verdict, choices, onChoice }: ChoiceProps): ReactNode {
  const t = useTranslations('newSend.review')
  const id = useId()
  const name = verdict === 'closed' ? 'includesClosed' : verdict === 'repeated' ? 'includesRepeats' : null
  if (!name) return null
  return (
    <span className="flex items-center gap-2">
      <label htmlFor={id} className="text-[0.8667rem]">
        {t(`include.${name}`)}
      </label>
      <Switch
        id={id}
        checked={choices[name]}
        onCheckedChange={(checked) =>
          onChoice(name === 'includesClosed' ? { includesClosed: checked } : { includesRepeats: checked })
        }
      />
    </span>
  )
}

/** Why they are here, and what may be done. */
function Explanation({ verdict, list }: { verdict: Verdict; list: RecipientListView }): ReactNode {
  const t = useTranslations('newSend.review')
  const format = useFormatter()
  const words = useProblemText()
  const names = useTranslations('variables.names')
  const { expiringBeforeTurn, worst } = list
  switch (verdict) {
    case 'open':
      return expiringBeforeTurn ? t('expiring', { count: expiringBeforeTurn }) : t('why.open')
    case 'tooLong': {
      if (!worst) return t('why.tooLong')
      const { variable, path, over, max } = worst.detail
      const { place, field } = words({ code: 'tooLong', severity: 'blocks', path, params: { over, max } })
      return t('worst', {
        line: format.number(worst.line),
        where: place ? `${place}, ${field}` : field,
        variable: names(variable),
        over,
        max,
      })
    }
    default:
      return t(`why.${verdict}`)
  }
}
