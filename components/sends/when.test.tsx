import { cleanup, render, screen } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import { afterEach, expect, it } from 'vitest'
import en from '@/messages/en.json'
import pt from '@/messages/pt-BR.json'
import { useDayWords } from './when'

afterEach(cleanup)

function Day({ at, now }: { at: string; now: string }) {
  return <p>{useDayWords()(at, new Date(now))}</p>
}

function dayOf(at: string, now: string, locale: 'pt-BR' | 'en' = 'pt-BR') {
  render(
    <NextIntlClientProvider locale={locale} messages={locale === 'en' ? en : pt} timeZone="America/Sao_Paulo">
      <Day at={at} now={now} />
    </NextIntlClientProvider>,
  )
  const words = screen.getByRole('paragraph').textContent
  cleanup()
  return words
}

it('heads a conversation with today and yesterday by the workspace’s clock, else with the date in words', () => {
  const now = '2026-11-23T02:30:00Z' // 23:30 of the 22nd in São Paulo
  expect(dayOf('2026-11-22T03:10:00Z', now)).toBe('Hoje')
  expect(dayOf('2026-11-22T02:50:00Z', now)).toBe('Ontem')
  expect(dayOf('2026-11-21T02:50:00Z', now)).toBe('20 de novembro de 2026')
  expect(dayOf('2025-11-22T12:00:00Z', now)).toBe('22 de novembro de 2025')
})

it('does so in English too', () => {
  expect(dayOf('2026-11-22T12:00:00Z', '2026-11-23T12:00:00Z', 'en')).toBe('Yesterday')
  expect(dayOf('2026-11-12T12:00:00Z', '2026-11-23T12:00:00Z', 'en')).toBe('November 12, 2026')
})
