import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fold } from './fold'

it.each([
  ['  Opção\n ÚNICA ', 'opcao unica'],
  ['Café com açúcar', 'cafe com acucar'],
  ['❤\ufe0f 10%', '❤ 10%'],
  ['x^2', 'x^2'],
  ['İzmir', 'izmir'],
])('reads %j as %j', (text, folded) => {
  expect(fold(text)).toBe(folded)
})

it('does not care how often, in which case or with which accents a text is written', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('á', 'Á', 'a\u0301', 'ç', 'Õ', 'z', ' ', '\t', '7') }), (text) => {
      expect(fold(fold(text))).toBe(fold(text))
      expect(fold(text.toUpperCase())).toBe(fold(text))
      expect(fold(text.normalize('NFC'))).toBe(fold(text))
    }),
  )
})
