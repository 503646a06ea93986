import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { TooltipProvider } from '@/components/ui/tooltip'
import messages from '@/messages/pt-BR.json'
import { Phone } from './phone'
import { PhoneStage, type StagedPhone } from './phone-stage'

afterEach(cleanup)

const usual = { skin: 'android', screen: 'chat', textSize: 'normal', width: 'wide', showCuts: false }

/** What the stage hands to its phone, newest last, and the address as it is. */
function openStage(search = '') {
  const staged: StagedPhone[] = []
  window.history.replaceState(null, '', `/${search}`)
  render(
    <NextIntlClientProvider locale="pt-BR" messages={messages} timeZone="America/Sao_Paulo">
      <TooltipProvider>
        <PhoneStage>
          {(phone) => {
            staged.push(phone)
            return <Written {...phone} />
          }}
        </PhoneStage>
      </TooltipProvider>
    </NextIntlClientProvider>,
  )
  const look = () => {
    const { onScreen, showWebhook, className, ...rest } = staged.at(-1) ?? ({} as StagedPhone)
    return rest
  }
  return { staged, look, address: () => window.location.search }
}

function Written(phone: StagedPhone) {
  const [body, setBody] = useState('')
  return (
    <>
      <input aria-label="Corpo" value={body} onChange={(event) => setBody(event.target.value)} />
      <Phone {...phone} message={{ body, button: 'Ver', sections: [] }} />
    </>
  )
}

const openMenu = (name: string) => fireEvent.keyDown(screen.getByRole('button', { name }), { key: 'Enter' })
const pick = async (name: string) => fireEvent.click(await screen.findByRole('menuitemradio', { name }))

describe('what the address says', () => {
  it('is the usual look where it says nothing', () => {
    expect(openStage().look()).toEqual(usual)
  })

  it('is the whole look', () => {
    const { look } = openStage('?ph=iphone&pv=notice&pt=dark&ps=large&pw=narrow&pc=true')
    expect(look()).toEqual({
      skin: 'iphone',
      screen: 'notice',
      theme: 'dark',
      textSize: 'large',
      width: 'narrow',
      showCuts: true,
    })
  })

  it('is passed over where it makes no sense', () => {
    expect(openStage('?ph=nokia&pv=&pt=blue&ps=1&pw=wide%20&pc=yes').look()).toEqual(usual)
  })
})

describe('the controls', () => {
  it('write what differs from the usual into the address, and take it out again', async () => {
    const { look, address } = openStage()
    openMenu('Aparelho: Android')
    await pick('iPhone')
    await waitFor(() => expect(address()).toBe('?ph=iphone'))
    expect(look()).toEqual({ ...usual, skin: 'iphone' })
    openMenu('Aparelho: iPhone')
    await pick('Android')
    await waitFor(() => expect(address()).toBe(''))
  })

  it('offer theme, text size and width in one menu that stays open', async () => {
    const { address } = openStage()
    openMenu('Tema, texto e largura')
    await pick('Escuro')
    await pick('Grande')
    await pick('Estreita')
    await waitFor(() => expect(address()).toBe('?pt=dark&ps=large&pw=narrow'))
    await pick('Do aplicativo')
    await waitFor(() => expect(address()).toBe('?ps=large&pw=narrow'))
  })

  it('switch the cuts on, and say so', async () => {
    const { address } = openStage()
    const cuts = screen.getByRole('button', { name: 'Mostrar cortes' })
    expect(cuts.getAttribute('aria-pressed')).toBe('false')
    fireEvent.click(cuts)
    await waitFor(() => expect(address()).toBe('?pc=true'))
    expect(cuts.getAttribute('aria-pressed')).toBe('true')
  })

  it('follow when the notification is pressed', async () => {
    const { address } = openStage('?pv=notice')
    fireEvent.click(screen.getByRole('button', { name: 'Abrir a conversa' }))
    await waitFor(() => expect(address()).toBe(''))
    expect(screen.getByRole('button', { name: 'Mostrar: Conversa' })).toBeTruthy()
  })

  it('are not drawn again by typing', () => {
    const { staged } = openStage()
    const before = staged.length
    fireEvent.change(screen.getByRole('textbox', { name: 'Corpo' }), { target: { value: 'Já na tela' } })
    expect(screen.getByText('Já na tela')).toBeTruthy()
    expect(staged).toHaveLength(before)
  })
})
