import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import listed from 'emojibase-data/pt/data.json'
import { NextIntlClientProvider } from 'next-intl'
import { NuqsTestingAdapter } from 'nuqs/adapters/testing'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { TooltipProvider } from '@/components/ui/tooltip'
import { toEmojiSet } from '@/lib/domain/emoji'
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
  newDraft({ body: 'Oi Ana', button: 'Ver', sections: [newSection({ rows: [newRow({ id: 'fone', title: 'Fone' })] })] })

const NOTHING_UNSAVED = { standing: null, readAt: '2026-11-22T12:00:00.000Z' }

const open = () =>
  render(
    <NextIntlClientProvider locale="pt-BR" messages={messages} timeZone="America/Sao_Paulo">
      <NuqsTestingAdapter>
        <TooltipProvider>
          <ListEditor
            userId="ana"
            template={null}
            start={{ draft: started(), from: 'blank' }}
            unsaved={NOTHING_UNSAVED}
          />
        </TooltipProvider>
      </NuqsTestingAdapter>
    </NextIntlClientProvider>,
  )

const field = (name: string) => screen.getByRole<HTMLTextAreaElement>('textbox', { name })
const body = () => field('Corpo da mensagem')
const select = (element: HTMLTextAreaElement, start: number, end = start) =>
  act(() => {
    element.focus()
    element.setSelectionRange(start, end)
    document.dispatchEvent(new Event('selectionchange'))
  })
const selected = ({ value, selectionStart, selectionEnd }: HTMLTextAreaElement) =>
  `${value.slice(0, selectionStart)}[${value.slice(selectionStart, selectionEnd)}]${value.slice(selectionEnd)}`
const bar = () => screen.findByRole('toolbar', { name: 'Formatação do texto' }, { timeout: 5000 })
const tool = async (name: string) => within(await bar()).getByRole('button', { name })
const press = (element: HTMLElement, key: string, held = {}) => fireEvent.keyDown(element, { key, ...held })
/** Its tools are seen by their field's focus, which styles tell and no styles are loaded here. */
const toolOf = (element: HTMLElement, name: string) => {
  const place = element.closest<HTMLElement>('.group\\/field')
  if (!place) throw new Error('A field stands alone.')
  return within(place).getByRole('button', { name })
}

const emoji = toEmojiSet(listed)
const server = vi.fn<typeof fetch>()

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
  server.mockReset()
  server.mockImplementation(async (input) =>
    String(input).startsWith('/api/emoji/') ? Response.json(emoji) : Response.json({}, { status: 404 }),
  )
  vi.stubGlobal('fetch', server)
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('the bar over the body', () => {
  it('marks what is selected, keeps it selected, and is a step of its own', async () => {
    open()
    const bold = await tool('Negrito')
    select(body(), 3, 6)
    act(() => bold.click())
    expect(selected(body())).toBe('Oi *[Ana]*')
    expect(document.activeElement).toBe(body())
    await waitFor(() => expect(bold.getAttribute('aria-pressed')).toBe('true'))
    act(() => bold.click())
    expect(selected(body())).toBe('Oi [Ana]')
    await waitFor(() => expect(bold.getAttribute('aria-pressed')).toBe('false'))

    press(body(), 'z', { ctrlKey: true })
    expect(body().value).toBe('Oi *Ana*')
    act(() => screen.getByRole('button', { name: 'Desfazer: formatar “Corpo da mensagem”' }).click())
    expect(body().value).toBe('Oi Ana')
  })

  it('is pressed by keys, in the body only', async () => {
    open()
    await bar()
    select(body(), 0, 2)
    expect(press(body(), 'b', { ctrlKey: true })).toBe(false)
    expect(press(body(), 'I', { ctrlKey: true })).toBe(false)
    expect(selected(body())).toBe('*_[Oi]_* Ana')
    expect(press(field('Rodapé'), 'b', { ctrlKey: true })).toBe(true)
  })

  it('is one stop of the Tab key while the body is used, with arrows between its buttons', async () => {
    open()
    const buttons = within(await bar()).getAllByRole('button')
    const stops = () => buttons.filter(({ tabIndex }) => tabIndex === 0)
    expect(stops()).toEqual([])
    act(() => body().focus())
    expect(stops()).toEqual([buttons[0]])
    act(() => buttons[0]?.focus())
    press(buttons[0] ?? body(), 'ArrowRight')
    expect(document.activeElement).toBe(buttons[1])
    press(buttons[1] ?? body(), 'End')
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Inserir variável')
    expect(stops()).toEqual([document.activeElement])
    press(buttons.at(-1) ?? body(), 'ArrowRight')
    expect(document.activeElement).toBe(buttons[0])
    act(() => field('Rodapé').focus())
    expect(stops()).toEqual([])
  })

  it('starts at the text’s end where nobody was in it yet', async () => {
    open()
    const italic = await tool('Itálico')
    act(() => italic.click())
    expect(body().value).toBe('Oi _Ana_')
  })
})

describe('the emoji picker', () => {
  const pick = () => screen.findByRole('combobox', { name: 'Buscar emoji' }, { timeout: 5000 })

  it('puts what was found at the caret, and the caret behind it', async () => {
    open()
    const button = await tool('Inserir emoji')
    select(body(), 2)
    act(() => button.click())
    const search = await pick()
    fireEvent.change(search, { target: { value: 'coracao vermelho' } })
    press(search, 'ArrowDown')
    const active = document.getElementById(search.getAttribute('aria-activedescendant') ?? '')
    expect(active?.getAttribute('aria-label')).toBe('coração vermelho')
    expect(active?.getAttribute('role')).toBe('gridcell')
    press(search, 'Enter')
    expect(selected(body())).toBe('Oi❤️[] Ana')
    expect(document.activeElement).toBe(body())
    expect(screen.queryByRole('dialog', { name: 'Emojis' })).toBeNull()
    expect(screen.getByRole('button', { name: 'Desfazer: inserir em “Corpo da mensagem”' })).toBeTruthy()
  })

  it('offers first what was used last, in the tone that was chosen', async () => {
    open()
    const title = field('Título da opção')
    const button = toolOf(title, 'Inserir emoji')
    select(title, 4)
    act(() => button.click())
    fireEvent.change(await screen.findByRole('combobox', { name: 'Tom de pele' }), { target: { value: 'medium' } })
    fireEvent.change(await pick(), { target: { value: 'polegar para cima' } })
    act(() => screen.getAllByRole('gridcell', { name: 'polegar para cima' })[0]?.click())
    expect(title.value).toBe('Fone👍🏽')

    act(() => button.click())
    await pick()
    expect(screen.getByRole('button', { name: 'Usados há pouco', pressed: true })).toBeTruthy()
    expect(screen.getAllByRole('gridcell').map(({ textContent }) => textContent)).toEqual(['👍🏽'])
    act(() => screen.getByRole('button', { name: 'Comidas e bebidas' }).click())
    expect(screen.getByRole('gridcell', { name: 'pizza' })).toBeTruthy()
  })

  it('is left by Escape, back in the text; a row’s ID has none', async () => {
    open()
    const footer = field('Rodapé')
    select(footer, 0)
    act(() => toolOf(footer, 'Inserir emoji').click())
    const search = await pick()
    // What happens in the picker is none of the toolbar's that opened it.
    expect(fireEvent.mouseDown(search)).toBe(true)
    act(() => search.focus())
    expect(toolOf(footer, 'Inserir emoji').tabIndex).toBe(0)
    press(search, 'Escape')
    expect(screen.queryByRole('dialog', { name: 'Emojis' })).toBeNull()
    expect(document.activeElement).toBe(footer)
    expect(() => toolOf(field('ID da opção'), 'Inserir emoji')).toThrow()
  })
})

describe('the variables', () => {
  it('are inserted with what stands in for them, and counted at their longest', async () => {
    open()
    const title = field('Título da opção')
    select(title, 0, 4)
    act(() => toolOf(title, 'Inserir variável').click())
    const menu = await screen.findByRole('dialog', { name: 'Variáveis' }, { timeout: 5000 })
    act(() =>
      within(menu)
        .getByRole('button', { name: /^Primeiro nome/ })
        .click(),
    )
    const fallback = screen.getByRole('textbox', { name: 'Se faltar, usar' })
    expect(document.activeElement).toBe(fallback)
    fireEvent.change(fallback, { target: { value: 'cliente' } })
    act(() => within(menu).getByRole('button', { name: 'Inserir' }).click())
    expect(selected(title)).toBe('{{primeiro_nome|cliente}}[]')
    expect(title.getAttribute('aria-describedby')).toContain('list-sections-0-rows-0-title-count')
    const count = document.getElementById('list-sections-0-rows-0-title-count')
    expect(count?.textContent).toBe('até 17/24no pior caso, 17 de 24 caracteres')
  })

  it('go without a default value too, and back to the others with the focus where it was', async () => {
    open()
    const header = field('Cabeçalho')
    select(header, 0)
    act(() => toolOf(header, 'Inserir variável').click())
    const menu = await screen.findByRole('dialog', { name: 'Variáveis' }, { timeout: 5000 })
    act(() =>
      within(menu)
        .getByRole('button', { name: /^Cidade/ })
        .click(),
    )
    act(() => within(menu).getByRole('button', { name: 'Voltar às variáveis' }).click())
    expect(document.activeElement?.textContent).toMatch(/^Cidade/)
    act(() => within(menu).getByRole('button', { name: /^Nome/ }).click())
    fireEvent.submit(screen.getByRole('textbox', { name: 'Se faltar, usar' }))
    expect(selected(header)).toBe('{{nome}}[]')
  })
})
