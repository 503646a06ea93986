import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import type { ComponentProps } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { BODY_FOLD, PHONE_SKINS } from '@/lib/domain/phone-cuts'
import type { PhoneMessage } from '@/lib/domain/phone-message'
import messages from '@/messages/pt-BR.json'
import { Phone } from './phone'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

const message: PhoneMessage = {
  body: 'Selecione um *produto*:\nhoje',
  button: 'Ver produtos',
  sections: [
    {
      key: 's1',
      title: 'Eletrônicos',
      rows: [
        { key: 'r1', id: 'prod_001', title: 'Smartphone X', description: 'R$ 1.999,00' },
        { key: 'r2', id: 'prod_002', title: 'Fone Bluetooth' },
      ],
    },
  ],
}

const phone = (props: Partial<ComponentProps<typeof Phone>> = {}) => (
  <NextIntlClientProvider locale="pt-BR" messages={messages} timeZone="America/Sao_Paulo">
    <Phone message={message} businessName="Loja Aurora" {...props} />
  </NextIntlClientProvider>
)
const answer = (name: string) => {
  fireEvent.click(screen.getByRole('button', { name: 'Ver produtos' }))
  fireEvent.click(screen.getByRole('radio', { name }))
  fireEvent.click(screen.getByRole('button', { name: 'Enviar' }))
}

describe.each(PHONE_SKINS)('as %s', (skin) => {
  it('goes from the button to the sheet, the choice and the answer', () => {
    render(phone({ skin }))
    fireEvent.click(screen.getByRole('button', { name: 'Ver produtos' }))
    const sheet = within(screen.getByRole('dialog', { name: 'Ver produtos' }))
    expect(sheet.getByRole('button', { name: 'Enviar' })).toHaveProperty('disabled', true)
    fireEvent.click(sheet.getByRole('radio', { name: 'Smartphone X' }))
    fireEvent.click(sheet.getByRole('button', { name: 'Enviar' }))
    expect(screen.getByText('R$ 1.999,00')).toBeTruthy()
    expect(screen.getByText('Emulação')).toBeTruthy()
  })

  it('shows the notification and the list of conversations with the text as it is read, and leads into the chat', () => {
    const onScreen = vi.fn()
    const { rerender } = render(phone({ skin, screen: 'notice', onScreen }))
    expect(screen.getByText(/^Selecione um produto:\s+hoje$/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Ver produtos' })).toBeNull()
    rerender(phone({ skin, screen: 'chats', onScreen }))
    expect(screen.getByText('1 mensagem não lida')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Abrir a conversa' }))
    expect(onScreen).toHaveBeenCalledExactlyOnceWith('chat')
    rerender(phone({ skin, onScreen }))
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Ver produtos' }))
  })
})

it('keeps its answer while something else of it is looked at', () => {
  const { rerender } = render(phone())
  answer('Fone Bluetooth')
  rerender(phone({ screen: 'chats' }))
  expect(screen.queryByText('Fone Bluetooth')).toBeNull()
  rerender(phone())
  expect(screen.getByText('Fone Bluetooth')).toBeTruthy()
})

describe('a long body', () => {
  const long = `${'a'.repeat(BODY_FOLD.units)}Ao fim`

  it('is folded, and opens where it is pressed', () => {
    render(phone({ message: { ...message, body: long } }))
    expect(screen.queryByText(/Ao fim/)).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'Ler mais' }))
    expect(screen.getByText(/Ao fim/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Ler mais' })).toBeNull()
  })

  it('is whole while it is being written', () => {
    const { rerender } = render(phone({ message: { ...message, body: long }, highlight: ['body'] }))
    expect(screen.getByText(/Ao fim/)).toBeTruthy()
    rerender(phone({ message: { ...message, body: long }, highlight: ['footer'] }))
    expect(screen.queryByText(/Ao fim/)).toBeNull()
  })

  it('tells how much is folded away where cuts are shown', () => {
    render(phone({ message: { ...message, body: long }, showCuts: true }))
    expect(screen.getByText('(cortado: faltam 6 caracteres)')).toBeTruthy()
  })
})

describe('cuts', () => {
  /** A page on which each character is 10 wide, in boxes of 100, of which an ellipsis takes 14.4. */
  const layOut = () => {
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(100)
    vi.spyOn(HTMLElement.prototype, 'scrollWidth', 'get').mockImplementation(function (this: HTMLElement) {
      return (this.textContent?.length ?? 0) * 10
    })
    vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 100, 16))
    vi.spyOn(Range.prototype, 'getBoundingClientRect').mockImplementation(function (this: Range) {
      return new DOMRect(this.startOffset * 10, 0, 10, 16)
    })
  }

  it('are marked and told with how much is missing', () => {
    layOut()
    render(phone({ showCuts: true }))
    fireEvent.click(screen.getByRole('button', { name: /^Ver produtos/ }))
    const [row] = screen.getAllByRole('radio')
    const title = row?.closest('label')?.querySelector('[data-cut]')
    expect(title?.textContent).toBe('Smartphone X')
    expect(screen.getByRole('radio', { name: 'Smartphone X (cortado: faltam 4 caracteres)' })).toBe(row)
  })

  it('are not told of a text that is all there', () => {
    layOut()
    const sections = [{ title: 'Curta', rows: [{ id: 'a', title: 'Fone' }] }]
    render(phone({ showCuts: true, message: { ...message, button: 'Ver', sections } }))
    fireEvent.click(screen.getByRole('button', { name: 'Ver' }))
    expect(screen.getByRole('radio', { name: 'Fone' })).toBeTruthy()
    expect(document.querySelector('[data-cut]')).toBeNull()
  })

  it('are not looked for unless they are to be shown', () => {
    layOut()
    render(phone())
    expect(document.querySelector('[data-cut]')).toBeNull()
    expect(screen.queryByText(/cortado/)).toBeNull()
  })
})

describe('the webhook of the choice', () => {
  it('stands under the phone once something was chosen, and goes with the answer', () => {
    render(phone({ showWebhook: true }))
    expect(screen.queryByText('Webhook que esta escolha causa')).toBeNull()
    answer('Smartphone X')
    const json = JSON.parse(screen.getByRole('group', { name: 'JSON do webhook', hidden: true }).textContent ?? '')
    expect(json.messages[0].interactive.list_reply).toEqual({
      id: 'prod_001',
      title: 'Smartphone X',
      description: 'R$ 1.999,00',
    })
    expect(json.messages[0].context.id).toBe('‹wamid da lista enviada›')
    fireEvent.click(screen.getByRole('button', { name: 'Recomeçar' }))
    expect(screen.queryByText('Webhook que esta escolha causa')).toBeNull()
  })

  it('follows the row when it is edited', () => {
    const { rerender } = render(phone({ showWebhook: true }))
    answer('Fone Bluetooth')
    const sections = [{ title: 'Eletrônicos', rows: [{ key: 'r2', id: 'fone', title: 'Fone sem fio' }] }]
    rerender(phone({ showWebhook: true, message: { ...message, sections } }))
    const json = JSON.parse(screen.getByRole('group', { name: 'JSON do webhook', hidden: true }).textContent ?? '')
    expect(json.messages[0].interactive.list_reply).toEqual({ id: 'fone', title: 'Fone sem fio' })
  })

  it('is not shown where nobody asked for it', () => {
    render(phone())
    answer('Smartphone X')
    expect(screen.queryByText('Webhook que esta escolha causa')).toBeNull()
  })
})
