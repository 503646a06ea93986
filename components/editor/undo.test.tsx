import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import { NuqsTestingAdapter } from 'nuqs/adapters/testing'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { TooltipProvider } from '@/components/ui/tooltip'
import { TYPING_PAUSE } from '@/lib/domain/draft-history'
import { newDraft, newRow, newSection } from '@/lib/domain/list-draft'
import messages from '@/messages/pt-BR.json'
import { ListEditor } from './list-editor'

vi.mock('next/navigation', async (original) => ({
  ...(await original<typeof import('next/navigation')>()),
  useRouter: () => ({ push: vi.fn(), replace: vi.fn() }),
}))
vi.mock('@/lib/actions/templates', () => ({}))
vi.mock('@/lib/actions/auth', () => ({}))
vi.mock('./draft-server', () => ({
  createDraftServer: () => ({ send: async () => ({ outcome: 'away' }), look: async () => null }),
}))

const started = () =>
  newDraft({ body: 'Escolha:', sections: [newSection({ rows: [newRow({ id: 'a', title: 'Fone' }), newRow()] })] })

const NOTHING_UNSAVED = { standing: null, readAt: '2026-11-22T12:00:00.000Z' }

const open = (draft = started()) =>
  render(
    <NextIntlClientProvider locale="pt-BR" messages={messages} timeZone="America/Sao_Paulo">
      <NuqsTestingAdapter>
        <TooltipProvider>
          <ListEditor userId="ana" template={null} start={{ draft, from: 'blank' }} unsaved={NOTHING_UNSAVED} />
        </TooltipProvider>
      </NuqsTestingAdapter>
    </NextIntlClientProvider>,
  )

const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name })
const row = (number: number) => within(screen.getByRole('group', { name: `Opção ${number}` }))
const rowTitle = (number: number) => row(number).getByRole<HTMLInputElement>('textbox', { name: 'Título da opção' })
const rowId = (number: number) => row(number).getByRole<HTMLInputElement>('textbox', { name: 'ID da opção' })
const type = (element: HTMLElement, value: string) => fireEvent.change(element, { target: { value } })
const press = (key: string, held: { shiftKey?: true } = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ctrlKey: true, ...held })
const said = () => document.querySelector('p[aria-live="polite"].sr-only')?.textContent?.trim()
const button = (name: string) => screen.getByRole('button', { name })

describe('undo in the editor', () => {
  beforeEach(() => {
    localStorage.clear()
    sessionStorage.clear()
    vi.useFakeTimers({ toFake: ['Date'] })
  })
  afterEach(() => {
    cleanup()
    vi.useRealTimers()
  })
  const pause = () => vi.setSystemTime(Date.now() + TYPING_PAUSE)

  it('goes back by what was typed between pauses, and forth again', () => {
    open()
    act(() => field('Cabeçalho').focus())
    for (const text of ['O', 'Oi']) type(field('Cabeçalho'), text)
    pause()
    for (const text of ['Oi ', 'Oi, Ana']) type(field('Cabeçalho'), text)
    expect(press('z')).toBe(false)
    expect(field('Cabeçalho').value).toBe('Oi')
    press('z')
    expect(field('Cabeçalho').value).toBe('')
    expect(document.activeElement).toBe(field('Cabeçalho'))
    press('Z', { shiftKey: true })
    press('y')
    expect(field('Cabeçalho').value).toBe('Oi, Ana')
    expect(said()).toBe('Refeito: escrever em “Cabeçalho”')
  })

  it('takes structural edits back one by one, each by its name, with the focus where it changed something', () => {
    open()
    act(() => button('Adicionar opção').click())
    act(() => row(1).getByRole('button', { name: 'Mover opção para baixo' }).click())
    expect(rowTitle(2).value).toBe('Fone')
    act(() => button('Desfazer: mover opção').click())
    expect(rowTitle(1).value).toBe('Fone')
    expect(said()).toBe('Desfeito: mover opção')
    press('z')
    expect(screen.queryByRole('group', { name: 'Opção 3' })).toBeNull()
    expect(document.activeElement).toBe(rowTitle(2))
    act(() => button('Refazer: adicionar opção').click())
    expect(screen.getByRole('group', { name: 'Opção 3' })).toBeTruthy()
  })

  it('counts an ID that came of its title as a part of the title, and the future outlives its coming', () => {
    open()
    act(() => rowTitle(2).focus())
    type(rowTitle(2), 'Capa')
    act(() => rowId(1).focus())
    expect(rowId(2).value).toBe('capa')
    press('z')
    expect([rowTitle(2).value, rowId(2).value]).toEqual(['', ''])
    press('y')
    expect([rowTitle(2).value, rowId(2).value]).toEqual(['Capa', 'capa'])

    type(rowTitle(2), 'Capa azul')
    act(() => rowTitle(2).blur())
    act(() => button('Desfazer: escrever em “Título da opção”').click())
    expect(rowTitle(2).value).toBe('Capa')
    expect(button('Refazer: escrever em “Título da opção”')).toBeTruthy()
  })

  it('writes another step over the future', () => {
    open()
    type(field('Rodapé'), 'Até logo')
    act(() => button('Desfazer: escrever em “Rodapé”').click())
    type(field('Cabeçalho'), 'Oi')
    expect(button('Refazer mudança').getAttribute('aria-disabled')).toBe('true')
    press('y')
    expect(said()).toBe('Não há o que refazer')
    expect(field('Cabeçalho').value).toBe('Oi')
  })

  it('is there again after a reload, for the very draft that it belongs to', () => {
    const first = open()
    type(field('Cabeçalho'), 'Oi')
    act(() => button('Adicionar seção').click())
    act(() => button('Desfazer: adicionar seção').click())
    act(() => void window.dispatchEvent(new Event('pagehide')))
    first.unmount()

    const second = open()
    expect(field('Cabeçalho').value).toBe('Oi')
    expect(button('Refazer: adicionar seção')).toBeTruthy()
    act(() => button('Desfazer: escrever em “Cabeçalho”').click())
    expect(field('Cabeçalho').value).toBe('')
    second.unmount()

    localStorage.clear()
    open(newDraft({ body: 'Outra lista' }))
    expect(button('Desfazer mudança').getAttribute('aria-disabled')).toBe('true')
  })

  it('leaves texts that are not the draft’s to the browser', () => {
    open()
    type(field('Cabeçalho'), 'Oi')
    const other = document.body.appendChild(document.createElement('input'))
    other.focus()
    expect(press('z')).toBe(true)
    expect(field('Cabeçalho').value).toBe('Oi')
    other.remove()
  })
})
