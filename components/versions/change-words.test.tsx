import { cleanup, render } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import { afterEach, describe, expect, it } from 'vitest'
import { diffDrafts } from '@/lib/domain/draft-diff'
import { type ListDraft, newDraft, newRow, newSection } from '@/lib/domain/list-draft'
import { addSection, moveRowToSection, moveSection, removeRow } from '@/lib/domain/list-edits'
import en from '@/messages/en.json'
import pt from '@/messages/pt-BR.json'
import { useChangeSentence, useChangeSummary } from './change-words'

const before = newDraft({
  body: 'Escolha:',
  sections: [
    newSection({
      title: 'Audio',
      rows: [newRow({ id: 'fone', title: 'Fone' }), newRow({ id: 'caixa', title: 'Caixa' })],
    }),
    newSection({ title: 'Acessórios', rows: [newRow({ id: 'capa', title: 'Capa' })] }),
    newSection({ title: '', rows: [newRow({ id: 'x', title: '' })] }),
  ],
})
const withRow = (draft: ListDraft, s: number, r: number, texts: object): ListDraft => ({
  ...draft,
  sections: draft.sections.map((section, i) =>
    i === s ? { ...section, rows: section.rows.map((row, j) => (j === r ? { ...row, ...texts } : row)) } : section,
  ),
})

function Words({ after }: { after: ListDraft }) {
  const sentence = useChangeSentence()
  const summary = useChangeSummary()
  const changes = diffDrafts(before, after)
  return (
    <>
      <p>{changes.map(sentence).join(' | ')}</p>
      <p>{summary({ first: changes.slice(0, 2), count: changes.length })}</p>
    </>
  )
}

function wordsOf(after: ListDraft, locale: 'pt-BR' | 'en' = 'pt-BR') {
  const { container } = render(
    <NextIntlClientProvider locale={locale} messages={locale === 'en' ? en : pt} timeZone="America/Sao_Paulo">
      <Words after={after} />
    </NextIntlClientProvider>,
  )
  const [all, summary] = [...container.querySelectorAll('p')].map((p) => p.textContent)
  return { all, summary }
}

describe('what changed, in words', () => {
  afterEach(cleanup)

  it('names rows and sections by their titles, else by their numbers', () => {
    expect(wordsOf(withRow(before, 0, 0, { title: 'Fone sem fio' })).all).toBe('Opção “Fone” renomeada')
    expect(wordsOf(withRow(before, 2, 0, { description: 'Nova' })).all).toBe(
      'Descrição da opção 1 da seção 3 adicionada',
    )
    expect(wordsOf(moveRowToSection(before, 0, 0, 1).draft).all).toBe('Opção “Fone” movida para a seção “Acessórios”')
    expect(wordsOf(addSection(before).draft).all).toBe('Seção 4 adicionada com 1 opção')
    expect(wordsOf(removeRow(before, 0, 1).draft).all).toBe('Opção “Caixa” removida')
  })

  it('cuts a long title, never half a character', () => {
    const { all } = wordsOf({
      ...before,
      sections: [newSection({ title: '🎧'.repeat(40), rows: [] }), ...before.sections],
    })
    expect(all).toBe(`Seção “${'🎧'.repeat(32)}…” adicionada`)
  })

  it('says the first two in one line and counts the rest', () => {
    const moved = moveSection(before, 1, -1).draft
    expect(wordsOf({ ...before, header: 'Loja' }).summary).toBe('Cabeçalho adicionado')
    expect(wordsOf({ ...before, header: 'Loja', body: '' }).summary).toBe(
      'Cabeçalho adicionado e corpo da mensagem apagado',
    )
    const after = withRow({ ...moved, header: 'Loja', footer: 'Até já' }, 0, 0, { id: 'capas' })
    expect(wordsOf(after).summary).toBe('Cabeçalho adicionado, rodapé adicionado e mais 2')
    expect(wordsOf(after, 'en').summary).toBe('Header added, footer added and 2 more')
    expect(wordsOf(after, 'en').all).toContain('ID of row “Capa” changed')
  })
})
