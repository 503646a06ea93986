import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import type { ComponentProps } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { PhoneMessage } from '@/lib/domain/phone-message'
import messages from '@/messages/pt-BR.json'
import { Phone } from './phone'

afterEach(cleanup)

const products: PhoneMessage = {
  header: 'Loja Aurora',
  body: 'Selecione um *produto*:',
  footer: 'Estoque disponível',
  button: 'Ver produtos',
  sections: [
    {
      key: 's1',
      title: 'Eletrônicos',
      rows: [
        { key: 'r1', id: 'prod_001', title: 'Smartphone X', description: 'R$ 1.999,00' },
        { key: 'r2', id: 'prod_002', title: 'Fone Bluetooth', description: '' },
      ],
    },
    { key: 's2', title: 'Outros', rows: [{ key: 'r3', id: 'ajuda', title: 'Falar com alguém' }] },
  ],
}

const blank: PhoneMessage = { header: '', body: '', footer: '', button: '', sections: [] }

const phone = (props: Partial<ComponentProps<typeof Phone>> = {}) => (
  <NextIntlClientProvider locale="pt-BR" messages={messages} timeZone="America/Sao_Paulo">
    <Phone message={products} businessName="Loja Aurora" {...props} />
  </NextIntlClientProvider>
)

const openSheet = () => {
  fireEvent.click(screen.getByRole('button', { name: 'Ver produtos' }))
  return screen.getByRole('dialog', { name: 'Ver produtos' })
}
const choose = (name: string) => fireEvent.click(screen.getByRole('radio', { name }))
const sendButton = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Enviar' })

describe('the message', () => {
  it('is drawn with its marks', () => {
    render(phone())
    expect(screen.getByText('produto').tagName).toBe('STRONG')
    expect(screen.getByText('Estoque disponível')).toBeTruthy()
  })

  it('is never read as HTML', () => {
    render(phone({ message: { ...products, body: '<img src=x onerror=alert(1)> *<b>oi</b>*' } }))
    expect(screen.getByText('<b>oi</b>').tagName).toBe('STRONG')
    expect(document.querySelector('img')).toBeNull()
  })

  it('shows the places of all its texts while none is written', () => {
    render(phone({ message: blank }))
    for (const place of ['Cabeçalho', 'Corpo da mensagem', 'Rodapé', 'Texto do botão']) {
      expect(screen.getByText(place)).toBeTruthy()
    }
  })

  it('shows no place for a header or footer that was left out', () => {
    render(phone({ message: { ...products, header: '', footer: undefined } }))
    expect(screen.queryByText('Cabeçalho')).toBeNull()
    expect(screen.queryByText('Rodapé')).toBeNull()
  })

  it('follows what is typed', () => {
    const { rerender } = render(phone())
    rerender(phone({ message: { ...products, body: 'Outro corpo' } }))
    expect(screen.getByText('Outro corpo')).toBeTruthy()
  })
})

it('heads the conversation with today, or with the day it is given', () => {
  const { rerender } = render(phone())
  expect(screen.getByText('Hoje')).toBeTruthy()
  rerender(phone({ day: '12 de novembro de 2026' }))
  expect(screen.getByText('12 de novembro de 2026')).toBeTruthy()
  expect(screen.queryByText('Hoje')).toBeNull()
})

describe('the sheet', () => {
  it('opens by the list button with every section and row, and takes the focus', () => {
    render(phone())
    const sheet = within(openSheet())
    expect(sheet.getByText('Eletrônicos')).toBeTruthy()
    expect(sheet.getAllByRole('radio')).toHaveLength(3)
    expect(document.activeElement).toBe(sheet.getByRole('radio', { name: 'Smartphone X' }))
  })

  it('sends only when something is chosen', () => {
    render(phone())
    openSheet()
    expect(sendButton().disabled).toBe(true)
    choose('Fone Bluetooth')
    expect(sendButton().disabled).toBe(false)
  })

  it('closes on Escape, gives the focus back, and keeps the key from a dialog around the phone', () => {
    const outer = vi.fn()
    document.addEventListener('keydown', outer, true)
    render(phone())
    openSheet()
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' })
    document.removeEventListener('keydown', outer, true)
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Ver produtos' }))
    expect(outer).not.toHaveBeenCalled()
  })

  it('leaves Escape alone outside the phone', () => {
    render(phone())
    openSheet()
    fireEvent.keyDown(document.body, { key: 'Escape' })
    expect(screen.getByRole('dialog')).toBeTruthy()
  })

  it('stays open with its choice while the message is edited, and forgets a chosen row that goes', () => {
    const { rerender } = render(phone())
    openSheet()
    choose('Falar com alguém')
    const [first, second] = products.sections
    if (!first || !second) throw new Error('the message has two sections')
    rerender(phone({ message: { ...products, sections: [second, first] } }))
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Falar com alguém' }).checked).toBe(true)
    rerender(phone({ message: { ...products, sections: [first] } }))
    expect(sendButton().disabled).toBe(true)
  })

  it('names rows without a title and sections without rows', () => {
    const sections = [
      { title: '', rows: [{ id: '', title: '' }] },
      { title: '', rows: [] },
    ]
    render(phone({ message: { ...products, sections } }))
    openSheet()
    expect(screen.getByRole('radio', { name: 'Opção sem título' })).toBeTruthy()
    expect(screen.getAllByText('Seção sem título')).toHaveLength(2)
    expect(screen.getByText('Nenhuma opção nesta seção')).toBeTruthy()
  })
})

describe('the answer', () => {
  it('quotes the list without its marks, and tells the caller', () => {
    const onReply = vi.fn()
    render(phone({ onReply }))
    openSheet()
    choose('Smartphone X')
    fireEvent.click(sendButton())
    expect(onReply).toHaveBeenCalledExactlyOnceWith({
      id: 'prod_001',
      title: 'Smartphone X',
      description: 'R$ 1.999,00',
    })
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.getByText('Smartphone X')).toBeTruthy()
    expect(screen.getByText('Selecione um produto:')).toBeTruthy()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Ver produtos' }))
  })

  it('is sent by Enter on the chosen row, without submitting a form around the phone', () => {
    const onSubmit = vi.fn()
    render(<form onSubmit={onSubmit}>{phone()}</form>)
    openSheet()
    const radio = screen.getByRole('radio', { name: 'Fone Bluetooth' })
    expect(fireEvent.keyDown(radio, { key: 'Enter' })).toBe(false)
    expect(screen.getByRole('dialog')).toBeTruthy()
    fireEvent.click(radio)
    fireEvent.keyDown(radio, { key: 'Enter' })
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.getByRole('button', { name: 'Recomeçar' })).toBeTruthy()
    expect(onSubmit).not.toHaveBeenCalled()
  })

  it('can be taken back to start again', () => {
    render(phone())
    openSheet()
    choose('Fone Bluetooth')
    fireEvent.click(sendButton())
    act(() => screen.getByRole('button', { name: 'Recomeçar' }).focus())
    fireEvent.click(screen.getByRole('button', { name: 'Recomeçar' }))
    expect(screen.queryByText('Fone Bluetooth')).toBeNull()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Ver produtos' }))
    openSheet()
    expect(sendButton().disabled).toBe(true)
  })
})

it('offers nothing to press where it is only looked at, yet can be scrolled by keyboard', () => {
  render(phone({ interactive: false, message: { ...products, body: 'Veja https://exemplo.com' } }))
  expect(screen.queryByRole('button')).toBeNull()
  expect(screen.queryByRole('link')).toBeNull()
  expect(screen.getByRole('group', { name: 'Conversa' }).tabIndex).toBe(0)
})

it('marks the place of the field that is being edited', () => {
  const { rerender } = render(phone({ highlight: ['footer'] }))
  expect(screen.getByText('Estoque disponível').className).toContain('bg-(--phone-mark)')
  rerender(phone({ highlight: ['sections', 0, 'rows', 1, 'title'] }))
  expect(screen.getByRole('button', { name: 'Ver produtos' }).className).toContain('bg-(--phone-mark)')
  const sheet = within(openSheet())
  expect(sheet.getByText('Fone Bluetooth').closest('label')?.className).toContain('bg-(--phone-mark)')
  expect(sheet.getByText('Smartphone X').closest('label')?.className).not.toContain('bg-(--phone-mark)')
})

describe('what somebody marks on the sheet', () => {
  it('stands on each row and section in the place of what would be chosen', () => {
    const marks = {
      row: ({ id }: { id: string }) => <span>{`7 of ${id}`}</span>,
      section: (index: number) => <span>{`section ${index}`}</span>,
      foot: <p>21 in all</p>,
    }
    render(phone({ startsOpen: true, marks }))
    const sheet = screen.getByRole('dialog', { name: 'Ver produtos' })
    for (const text of ['7 of prod_001', '7 of ajuda', 'section 1', '21 in all']) {
      expect(within(sheet).getByText(text)).toBeTruthy()
    }
    expect(within(sheet).queryByRole('radio')).toBeNull()
    expect(within(sheet).queryByRole('button', { name: 'Enviar' })).toBeNull()
    expect(within(sheet).getByRole('group', { name: 'Ver produtos' }).tabIndex).toBe(0)
  })
})

describe('what somebody did answer', () => {
  it('stands below the message in its order, quoting it only where the answer does', () => {
    const answers = [
      { id: '1', title: 'Smartphone X', description: 'R$ 1.999,00', isQuoting: true, time: '14:40' },
      { id: '2', title: 'Ainda tem azul?', description: '', isQuoting: false, time: '14:41' },
    ]
    render(phone({ answers, interactive: false }))
    expect(screen.getAllByText('Selecione um produto:')).toHaveLength(1)
    const shown = ['Smartphone X', 'R$ 1.999,00', '14:40', 'Ainda tem azul?', '14:41'].map((text) =>
      screen.getByText(text),
    )
    shown.reduce((before, after) => {
      expect(before.compareDocumentPosition(after) & Node.DOCUMENT_POSITION_FOLLOWING).not.toBe(0)
      return after
    })
  })
})
