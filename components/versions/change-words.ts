'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { DraftChange, RowName, SectionName } from '@/lib/domain/draft-diff'
import type { VersionSummary } from '@/lib/domain/template-version'

const NAME_LENGTH = 32
const short = (title: string) => {
  const text = title.replace(/\s+/g, ' ').trim()
  const letters = [...text]
  return letters.length > NAME_LENGTH ? `${letters.slice(0, NAME_LENGTH).join('').trimEnd()}…` : text
}
const capital = (sentence: string) => sentence.charAt(0).toLocaleUpperCase() + sentence.slice(1)

/** What changed, in words that begin small: "opção “Fone” renomeada". */
function useChangeWords(): (change: DraftChange) => string {
  const t = useTranslations('versions')
  return useCallback(
    (change: DraftChange) => {
      const section = ({ title, number }: SectionName) =>
        title.trim() ? t('name.section', { title: short(title) }) : t('name.sectionNumber', { number })
      const row = (name: RowName) =>
        name.title.trim()
          ? t('name.row', { title: short(name.title) })
          : t('name.rowNumber', { number: name.number, section: section(name.section) })
      switch (change.kind) {
        case 'text':
          return t(`change.${change.field}.${change.how}`)
        case 'sectionAdded':
        case 'sectionRemoved':
          return t(`change.${change.kind}`, { name: section(change.section), rows: change.rows })
        case 'sectionMoved':
          return t('change.sectionMoved', { name: section(change.section) })
        case 'sectionRenamed':
          return t(`change.sectionRenamed.${change.how}`, { name: section(change.section) })
        case 'rowAdded':
        case 'rowRemoved':
        case 'rowMoved':
          return t(`change.${change.kind}`, { name: row(change.row) })
        case 'rowMovedTo':
          return t('change.rowMovedTo', { name: row(change.row), section: section(change.to) })
        default:
          return t(`change.${change.kind}.${change.how}`, { name: row(change.row) })
      }
    },
    [t],
  )
}

/** One change as a sentence. */
export function useChangeSentence(): (change: DraftChange) => string {
  const words = useChangeWords()
  return useCallback((change: DraftChange) => capital(words(change)), [words])
}

/** A few changes in one line, the rest counted: "Opção “Fone” renomeada, seção “Acessórios” movida e mais 2". */
export function useChangeSummary(): (changes: NonNullable<VersionSummary['changes']>) => string {
  const t = useTranslations('versions')
  const format = useFormatter()
  const words = useChangeWords()
  return useCallback(
    ({ first, count }: NonNullable<VersionSummary['changes']>) => {
      const named = first.map(words)
      const more = count - named.length
      if (more === 0) return capital(format.list(named, { type: 'conjunction' }))
      return capital(t('and', { changes: named.join(', '), count: more }))
    },
    [t, format, words],
  )
}
