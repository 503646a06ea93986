'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { CodeFault, CodeIgnored } from '@/lib/domain/list-code'
import type { Finding } from '@/lib/domain/list-finding'
import { useFixText } from './fix-text'
import { useProblemText } from './problem-text'

const capital = (sentence: string) => sentence.charAt(0).toLocaleUpperCase() + sentence.slice(1)

export type CodeWords = {
  /** Without its place: "Falta uma vírgula ou }". */
  fault: (fault: CodeFault) => string
  /** With its line and column. */
  faultAt: (fault: CodeFault) => string
  ignored: (ignored: CodeIgnored) => string
  ignoredAt: (ignored: CodeIgnored) => string
  finding: (finding: Finding) => string
  fix: (finding: Finding) => string
  label: string
  wentBack: string
  broughtBack: string
  special: string
}

/** Words for what there is to say of the code, in the person's language. */
export function useCodeWords(): CodeWords {
  const t = useTranslations('code')
  const word = useProblemText()
  const fixText = useFixText()
  return useMemo(() => {
    const fault = (one: CodeFault) => {
      if (one.code === 'json') return t(`expected.${one.expected}`)
      return t(`fault.${one.code}`, {
        expected: 'expected' in one ? one.expected : '',
        found: 'found' in one ? one.found : '',
        key: 'key' in one ? one.key : '',
      })
    }
    const ignored = ({ code, path }: CodeIgnored) => t(`ignored.${code}`, { key: String(path.at(-1)) })
    return {
      fault: (one) => capital(fault(one)),
      faultAt: (one) => t('at', { line: one.line, column: one.column, what: fault(one) }),
      ignored: (one) => capital(ignored(one)),
      ignoredAt: (one) => t('inLine', { line: one.line, what: ignored(one) }),
      finding: (one) => word(one).full,
      fix: (one) => fixText(one) ?? '',
      label: t('label'),
      wentBack: t('wentBack'),
      broughtBack: t('broughtBack'),
      special: t('special'),
    }
  }, [t, word, fixText])
}
