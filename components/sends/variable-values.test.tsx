import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { newDraft, newRow, newSection } from '@/lib/domain/list-draft'
import { fillIn, type VariableValues } from '@/lib/domain/variable-values'
import en from '@/messages/en.json'
import pt from '@/messages/pt-BR.json'
import { VariableValuesGroup } from './variable-values'

afterEach(cleanup)

const draft = newDraft({
  body: 'Oi, {{nome|cliente}}',
  sections: [newSection({ rows: [newRow({ title: 'Pedido {{pedido}}' })] })],
})

function Values({ tellsMissing = false, of = draft }) {
  const [typed, setTyped] = useState<VariableValues>({})
  const { used, values, valueProblems, room } = fillIn(of, typed)
  return (
    <VariableValuesGroup
      used={used}
      values={values}
      problems={valueProblems}
      room={room}
      tellsMissing={tellsMissing}
      people={3}
      readOnly={false}
      onChange={(name, value) => setTyped({ ...typed, [name]: value })}
    />
  )
}

const open = (props: { tellsMissing?: boolean; of?: typeof draft } = {}, locale: 'pt-BR' | 'en' = 'pt-BR') =>
  render(
    <NextIntlClientProvider locale={locale} messages={locale === 'en' ? en : pt} timeZone="America/Sao_Paulo">
      <Values {...props} />
    </NextIntlClientProvider>,
  )
const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name })
const isWrong = (name: string) => field(name).getAttribute('aria-invalid') === 'true'

describe('the values of variables', () => {
  it('are asked for once each, under one name, with the fallback filled in', () => {
    open()
    expect(screen.getByRole('group', { name: 'Valores das variáveis' }).textContent).toContain('para as 3 pessoas')
    expect(screen.getAllByRole('textbox')).toHaveLength(2)
    expect([field('Nome').value, field('Pedido').value]).toEqual(['cliente', ''])
  })

  it('are missed only where somebody has been, or has pressed Send', () => {
    open()
    expect(isWrong('Pedido')).toBe(false)
    fireEvent.blur(field('Pedido'))
    expect(isWrong('Pedido')).toBe(true)
    fireEvent.change(field('Pedido'), { target: { value: '77' } })
    expect(isWrong('Pedido')).toBe(false)
    cleanup()
    open({ tellsMissing: true })
    expect(isWrong('Pedido')).toBe(true)
  })

  it('that make a text too long say which one, and by how much, as they are typed', () => {
    open()
    fireEvent.change(field('Pedido'), { target: { value: '12345678901234' } })
    expect(screen.getByText('cabem mais 3')).toBeTruthy()
    fireEvent.change(field('Pedido'), { target: { value: '123456789012345678' } })
    const told = 'Longo demais para Seção 1, opção 1, Título da opção: passa 1 caractere do limite de 24.'
    expect(document.getElementById(field('Pedido').getAttribute('aria-describedby') ?? '')?.textContent).toBe(told)
  })

  it('are asked for in English too', () => {
    open({ tellsMissing: true }, 'en')
    expect(field('Order').getAttribute('aria-invalid')).toBe('true')
    expect(screen.getByText('Fill this in to send.')).toBeTruthy()
  })

  it('are not asked for where there is no variable', () => {
    open({ of: newDraft({ body: 'Oi' }) })
    expect(screen.queryByRole('group')).toBeNull()
  })
})
