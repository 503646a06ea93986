import { describe, expect, it } from 'vitest'
import { chooseLocale } from './locale'

describe('chooseLocale', () => {
  it('follows the choice that the person made', () => {
    expect(chooseLocale('en', 'pt-BR')).toBe('en')
  })
  it('ignores a choice that we do not speak', () => {
    expect(chooseLocale('xx', 'en-GB')).toBe('en')
  })
  it('takes the first language of the browser that we speak', () => {
    expect(chooseLocale(undefined, 'fr-FR,en;q=0.5,pt;q=0.8')).toBe('pt-BR')
    expect(chooseLocale(undefined, 'de, en-US;q=0.7')).toBe('en')
  })
  it('takes any Portuguese for ours', () => {
    expect(chooseLocale(undefined, 'pt-PT,en')).toBe('pt-BR')
  })
  it('skips what the browser refuses', () => {
    expect(chooseLocale(undefined, 'en;q=0, pt')).toBe('pt-BR')
  })
  it('speaks Portuguese where nothing is known', () => {
    expect(chooseLocale(undefined, null)).toBe('pt-BR')
    expect(chooseLocale(undefined, 'ja')).toBe('pt-BR')
  })
})
