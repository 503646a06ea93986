import { describe, expect, it } from 'vitest'
import { newDraft, newRow, newSection } from './list-draft'
import { firstWords, isLook, toSharedMessage } from './share-link'

describe('what a stranger is given', () => {
  const draft = newDraft({
    header: 'Loja Aurora',
    body: 'Olá',
    button: 'Ver',
    sections: [
      newSection({
        title: 'Planos',
        rows: [newRow({ id: 'desconto_interno_40', title: 'Anual', description: 'R$ 99' })],
      }),
    ],
  })

  it('is every text that the phone draws', () => {
    expect(toSharedMessage(draft)).toEqual({
      header: 'Loja Aurora',
      body: 'Olá',
      footer: '',
      button: 'Ver',
      sections: [{ title: 'Planos', rows: [{ id: '', title: 'Anual', description: 'R$ 99' }] }],
    })
  })

  it('holds neither row IDs nor keys', () => {
    const given = JSON.stringify(toSharedMessage(draft))
    expect(given).not.toContain('desconto_interno_40')
    expect(given).not.toContain('"key"')
  })
})

it('shows samples in the place of variables', () => {
  expect(toSharedMessage(newDraft({ body: 'Olá, {{primeiro_nome|cliente}}!' })).body).toBe('Olá, Ana!')
})

describe('the first words of a list', () => {
  const of = (texts: { header?: string; body?: string; button?: string }) =>
    firstWords({ header: '', body: '', button: '', ...texts })

  it('are its header, else the first line that says something', () => {
    expect(of({ header: ' Loja ', body: 'Olá' })).toBe('Loja')
    expect(of({ body: '\n  \n Olá \nmundo' })).toBe('Olá')
    expect(of({ button: 'Ver' })).toBe('Ver')
    expect(of({ header: ' ', body: '\n' })).toBe('')
  })

  it('are cut short, and never within an emoji', () => {
    const cut = of({ body: `${'a'.repeat(59)}😀${'b'.repeat(40)}` })
    expect(cut).toBe(`${'a'.repeat(59)}…`)
  })
})

describe('a look at a shared message', () => {
  const chrome = 'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/142.0.0.0 Mobile Safari/537.36'
  const look = (userAgent: string | null, method = 'GET') => isLook({ method, userAgent })

  it('is a browser that reads it', () => {
    expect(look(chrome)).toBe(true)
    expect(look('Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile/15E148 Safari/604.1')).toBe(
      true,
    )
  })

  it('is not a request that only asks whether it is there', () => {
    expect(look(chrome, 'HEAD')).toBe(false)
  })

  it.each([
    'WhatsApp/2.25.10 A',
    'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
    'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    'TelegramBot (like TwitterBot)',
    'curl/8.5.0',
    null,
  ])('is not a program that draws a card of it: %s', (userAgent) => {
    expect(look(userAgent)).toBe(false)
  })
})
