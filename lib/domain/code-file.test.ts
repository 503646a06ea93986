import { expect, it } from 'vitest'
import { codeFileName } from './code-file'

it('calls a file as its list is called, in signs that every system takes', () => {
  expect(codeFileName('Loja da Ana: promoção de julho')).toBe('loja-da-ana-promocao-de-julho.json')
  expect(codeFileName(' ../a/b\\c ')).toBe('a-b-c.json')
  expect(codeFileName(`${'a'.repeat(59)} b`)).toBe(`${'a'.repeat(59)}.json`)
  expect(codeFileName('🔥')).toBe('lista.json')
})
