import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import { NuqsTestingAdapter } from 'nuqs/adapters/testing'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { TooltipProvider } from '@/components/ui/tooltip'
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

const drawn = vi.hoisted(() => ({ labels: [] as string[] }))
vi.mock('@/components/ui/field', async (original) => {
  const field = await original<typeof import('@/components/ui/field')>()
  return {
    ...field,
    Field: (props: { id: string; label: ReactNode; children: ReactNode }) => {
      drawn.labels.push(props.id)
      return <field.Field {...props} />
    },
  }
})

const titles = Array.from({ length: 10 }, (_, n) => `Opção número ${n + 1}`)
const full = () =>
  newDraft({
    body: 'Escolha:',
    button: 'Ver',
    sections: [newSection({ rows: titles.map((title, n) => newRow({ id: `id_${n}`, title })) })],
  })

const NOTHING_UNSAVED = { standing: null, readAt: '2026-11-22T12:00:00.000Z' }

const open = (draft = full()) =>
  render(
    <NextIntlClientProvider locale="pt-BR" messages={messages} timeZone="America/Sao_Paulo">
      <NuqsTestingAdapter>
        <TooltipProvider>
          <ListEditor userId="ana" template={null} start={{ draft, from: 'blank' }} unsaved={NOTHING_UNSAVED} />
        </TooltipProvider>
      </NuqsTestingAdapter>
    </NextIntlClientProvider>,
  )
const row = (number: number) => screen.getByRole('group', { name: `Opção ${number}` })
const fieldIn = (place: HTMLElement, name: string) => within(place).getByRole('textbox', { name })

describe('the list editor', () => {
  beforeEach(() => {
    localStorage.clear()
    drawn.labels = []
  })
  afterEach(cleanup)

  it('draws only the field that is typed into, and the phone with it', () => {
    open()
    drawn.labels = []
    fireEvent.change(fieldIn(row(7), 'Descrição da opção'), { target: { value: 'R$ 10' } })
    expect(drawn.labels).toEqual(['list-sections-0-rows-6-description'])
    drawn.labels = []
    fireEvent.change(screen.getByRole('textbox', { name: 'Corpo da mensagem' }), { target: { value: 'Já na tela' } })
    expect(drawn.labels).toEqual(['list-body'])
    expect(screen.getByRole('region', { name: 'Prévia' }).textContent).toContain('Já na tela')
  })

  it('draws a field whose problem came from another one', () => {
    open()
    drawn.labels = []
    fireEvent.change(fieldIn(row(1), 'ID da opção'), { target: { value: 'id_1' } })
    expect(new Set(drawn.labels)).toEqual(new Set(['list-sections-0-rows-0-id', 'list-sections-0-rows-1-id']))
    expect(fieldIn(row(2), 'ID da opção').getAttribute('aria-invalid')).toBe('true')
  })

  it('keeps the very same fields in the page while their row moves', () => {
    open()
    const title = fieldIn(row(1), 'Título da opção')
    act(() => within(row(1)).getByRole('button', { name: 'Mover opção para baixo' }).click())
    expect(fieldIn(row(2), 'Título da opção')).toBe(title)
    expect(title).toHaveProperty('value', 'Opção número 1')
  })

  it('says why no eleventh row can be added, and adds none', () => {
    open()
    const add = screen.getByRole('button', { name: 'Adicionar opção' })
    expect(add.getAttribute('aria-disabled')).toBe('true')
    act(() => add.click())
    expect(screen.queryByRole('group', { name: 'Opção 11' })).toBeNull()
    expect(document.getElementById(add.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      'O WhatsApp aceita até 10 opções ao todo.',
    )
  })
})
