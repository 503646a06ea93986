import { useFormatter, useTranslations } from 'next-intl'
import { useWhen } from '@/components/sends/when'
import { type AnswerCondition, type AudienceRule, isForAll } from '@/lib/domain/audience-rule'

/** A rule as people say it: "com VIP ou Loja, sem Inadimplente". */
export function useRuleWords() {
  const t = useTranslations('audiences.rule')
  const format = useFormatter()
  const { when } = useWhen()
  const answered = ({ people: { did }, said: { source, at, row } }: AnswerCondition) =>
    t(did, { row: row ?? '', source: at === null ? source : t('ofSend', { name: source, when: when(at) }) })
  const together = (tags: string[], type: 'conjunction' | 'disjunction') => format.list(tags, { type })
  return (rule: AudienceRule | null): string => {
    if (rule === null) return t('hand')
    if (isForAll(rule)) return t('everybody')
    const parts = [
      rule.tagsAny.length > 0 && t('any', { tags: together(rule.tagsAny, 'disjunction') }),
      rule.tagsAll.length > 0 && t('all', { tags: together(rule.tagsAll, 'conjunction') }),
      rule.tagsNone.length > 0 && t('none', { tags: together(rule.tagsNone, 'disjunction') }),
      rule.search !== '' && t('search', { text: rule.search }),
      rule.answer !== null && answered(rule.answer),
      rule.window === 'open' && t('window'),
    ].filter((part) => part !== false)
    const words = parts.join(', ')
    return words.charAt(0).toUpperCase() + words.slice(1)
  }
}
