import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { TooltipProvider } from '@/components/ui/tooltip'
import { messageToDraft } from '@/lib/domain/list-draft'
import { countsOf, type TemplateSummary, toTemplateFace } from '@/lib/domain/list-template'
import { readyLists } from '@/lib/domain/ready-lists'
import { templateFiltersSchema } from '@/lib/domain/template-filters'
import messages from '@/messages/pt-BR.json'
import { LibraryEmpty } from './library-empty'
import { TemplateCard } from './template-card'
import type { TemplateActions } from './use-template-actions'

const NOW = '2026-11-22T17:32:00.000Z'

const show = (children: ReactNode) =>
  render(
    <NextIntlClientProvider locale="pt-BR" messages={messages} timeZone="America/Sao_Paulo">
      <TooltipProvider>{children}</TooltipProvider>
    </NextIntlClientProvider>,
  )

const [menu] = readyLists('pt-BR')
const draft = messageToDraft(menu?.message ?? { body: '', button: '', sections: [] })
const person = { id: 'p', name: 'Ana Souza' }
const summary = (more: Partial<TemplateSummary> = {}): TemplateSummary => ({
  id: '1',
  name: 'Menu',
  savedAt: NOW,
  savedBy: person,
  createdAt: NOW,
  createdBy: person,
  archivedAt: null,
  tags: [],
  timesUsed: 0,
  lastSentAt: null,
  face: toTemplateFace(draft),
  ...countsOf(draft),
  ...more,
})

const onTag = vi.fn()
const card = (more?: Partial<TemplateSummary>, chosen: string[] = []) => {
  show(<TemplateCard template={summary(more)} actions={{} as TemplateActions} chosen={chosen} onTag={onTag} />)
  return within(screen.getAllByRole('listitem')[0] as HTMLElement)
}

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(NOW), toFake: ['Date'] })
  onTag.mockClear()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

describe('a card of the library', () => {
  it('says who changed it and when, as people say it', () => {
    expect(card().getByText('Ana Souza, hoje às 14:32')).toBeTruthy()
  })

  it.each([
    ['2026-11-21T17:32:00.000Z', 'Ana Souza, ontem às 14:32'],
    // Still the day before in São Paulo.
    ['2026-11-22T02:30:00.000Z', 'Ana Souza, ontem às 23:30'],
    ['2026-03-01T15:00:00.000Z', 'Ana Souza, em 01/03/2026'],
  ])('tells the day of %s', (savedAt, words) => {
    expect(card({ savedAt }).getByText(words)).toBeTruthy()
  })

  it.each([
    [0, null, 'Ainda não enviada'],
    [1, NOW, 'Enviada 1 vez, hoje'],
    [12, '2026-11-21T12:00:00.000Z', 'Enviada 12 vezes, a última ontem'],
    [0, '2026-03-01T15:00:00.000Z', 'Reenviada em 01/03/2026'],
  ])('sent %i times, last %s', (timesUsed, lastSentAt, words) => {
    expect(card({ timesUsed, lastSentAt }).getByText(words)).toBeTruthy()
  })

  it('shows three tags, counts the rest, and filters by the one that is pressed', () => {
    const shown = card({ tags: ['Um', 'Dois', 'Três', 'Quatro', 'Cinco'] }, ['dois'])
    expect(shown.getByRole('button', { name: 'Deixar de filtrar por Dois' }).getAttribute('aria-pressed')).toBe('true')
    expect(shown.getByText('e mais 2: Quatro, Cinco')).toBeTruthy()
    fireEvent.click(shown.getByRole('button', { name: 'Ver só listas com Um' }))
    expect(onTag).toHaveBeenCalledWith('Um')
  })

  it('warns of problems, and of none where there is none', () => {
    expect(card({ problemCount: 2 }).getByText('2 problemas')).toBeTruthy()
    cleanup()
    expect(card().queryByText(/problema/)).toBeNull()
  })
})

describe('the library with nothing to show', () => {
  const empty = (filters: object) => {
    const onPick = vi.fn()
    show(
      <LibraryEmpty
        filters={templateFiltersSchema.parse(filters)}
        busyId={null}
        onPick={onPick}
        onImport={() => {}}
        onClearTags={() => {}}
      />,
    )
    return onPick
  }

  it('teaches with the six ready-made lists; a press takes one, whole', async () => {
    const onPick = empty({})
    expect(await screen.findAllByRole('button', { name: /^Usar / })).toHaveLength(6)
    fireEvent.click(screen.getByRole('button', { name: 'Usar Menu de atendimento' }))
    expect(onPick).toHaveBeenCalledOnce()
    expect(onPick.mock.calls[0]?.[0]).toMatchObject({ id: 'menu', draft: { header: menu?.message.header } })
  })

  it('says what each of them teaches to those who cannot see its picture', async () => {
    empty({})
    const button = await screen.findByRole('button', { name: 'Usar Pesquisa NPS' })
    const told = document.getElementById(button.getAttribute('aria-describedby') ?? '')
    expect(told?.textContent).toContain('onze notas')
  })

  it('offers those that have the words that were looked for', async () => {
    empty({ search: 'PRESENÇA' })
    expect(await screen.findByRole('button', { name: 'Usar Confirmação de presença' })).toBeTruthy()
    expect(screen.getAllByRole('button', { name: /^Usar / })).toHaveLength(1)
  })

  it('says that nothing is archived, and that no list has these tags', () => {
    empty({ archived: true })
    expect(screen.getByText('Nada arquivado')).toBeTruthy()
    cleanup()
    empty({ tags: ['Natal', 'Loja'] })
    expect(screen.getByText('Nada com Natal, Loja')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Limpar etiquetas' })).toBeTruthy()
  })
})
