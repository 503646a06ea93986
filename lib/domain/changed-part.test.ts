import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedPart } from './changed-part'

describe('the part of a text that changed', () => {
  it('stands with a few words around it, the rest left out', () => {
    const from = 'Olá! Escolha um dos nossos produtos abaixo e responda ainda hoje para garantir o seu desconto.'
    expect(changedPart(from, from.replace('hoje', 'amanhã'))).toEqual({
      from: '… e responda ainda hoje para garantir o …',
      to: '… e responda ainda amanhã para garantir o …',
    })
  })

  it('is the whole of a short text', () => {
    expect(changedPart('Fone', 'Fone Bluetooth')).toEqual({ from: 'Fone', to: 'Fone Bluetooth' })
    expect(changedPart('', 'Novo')).toEqual({ from: '', to: 'Novo' })
  })

  it('is both texts as they are where white space alone differs', () => {
    expect(changedPart('Fone', 'Fone ')).toEqual({ from: 'Fone', to: 'Fone ' })
  })

  it('differs wherever the texts do, whatever they are', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ' ', '\n')).map((parts) => parts.join(' '))
    fc.assert(
      fc.property(text, text, (from, to) => {
        const part = changedPart(from, to)
        expect(part.from === part.to).toBe(from === to)
      }),
    )
  })
})
