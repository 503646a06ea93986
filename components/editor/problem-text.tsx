'use client'

import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { Finding } from '@/lib/domain/list-finding'
import { toVariableName } from '@/lib/domain/variables'

type FieldWord =
  | 'header'
  | 'body'
  | 'footer'
  | 'button'
  | 'sections'
  | 'sectionTitle'
  | 'rows'
  | 'rowTitle'
  | 'rowId'
  | 'rowDescription'

export type ProblemText = {
  /** Which section and row: "Seção 1, opção 2"; null for a field of which there is one. */
  place: string | null
  field: string
  /** For its place at the field: "Passou 3 caracteres do limite de 24". */
  sentence: string
  /** For a list: "Título da opção: passou 3 caracteres do limite de 24". */
  full: string
}

function fieldOf(path: Finding['path']): FieldWord {
  const last = path.at(-1)
  if (path[0] !== 'sections') return path[0] as 'header' | 'body' | 'footer' | 'button'
  if (path.includes('rows') && last !== 'rows') {
    return last === 'id' ? 'rowId' : last === 'description' ? 'rowDescription' : 'rowTitle'
  }
  return last === 'title' ? 'sectionTitle' : last === 'rows' ? 'rows' : 'sections'
}

const capital = (sentence: string) => sentence.charAt(0).toLocaleUpperCase() + sentence.slice(1)

/** Words for what the rules say of a list, in the person's language. */
export function useProblemText(): (finding: Finding) => ProblemText {
  const t = useTranslations('problems')
  const names = useTranslations('variables.names')
  return useCallback(
    ({ code, path, params }: Finding) => {
      // Too many rows lie on `sections`, but it is the rows that people count.
      const field = code === 'tooManyRows' ? 'rows' : fieldOf(path)
      const variableName = (name: unknown) => {
        const known = toVariableName(String(name))
        return known ? names(known) : String(name)
      }
      const say = () => {
        if (code === 'tooLong' && params.sampled) return t('tooLongSampled', params)
        if (code === 'worstCaseTooLong') return t(code, { ...params, variable: variableName(params.variable) })
        if (code !== 'required') return t(code, params)
        switch (field) {
          case 'body':
          case 'button':
          case 'rowTitle':
          case 'rowId':
            return t(`required.${field}`)
          default:
            return t('required.other')
        }
      }
      const sentence = say()
      const [section, row] = [path[1], path[3]]
      const place =
        typeof section !== 'number'
          ? null
          : typeof row === 'number'
            ? t('row', { section: section + 1, row: row + 1 })
            : t('section', { section: section + 1 })
      const word = t(`field.${field}`)
      return { place, field: word, sentence: capital(sentence), full: t('full', { field: word, sentence }) }
    },
    [t, names],
  )
}
