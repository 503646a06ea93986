import { describe, expect, it } from 'vitest'
import en from '@/messages/en.json'
import ptBR from '@/messages/pt-BR.json'
import { PROVIDER_ERROR_CODES, providerErrorKey, RETRY_CEILING_MS, ruleForProviderError } from './provider-error'
import { SANDBOX_SCENARIO_NAMES, SANDBOX_SCENARIOS, sandboxScenarioFor } from './sandbox-scenarios'
import { UNKNOWN_WHYS } from './unknown-why'

describe('a refusal', () => {
  it.each([4, 80007, 130429, 131000, 131016, 131056, 131057, 2, 133004])('with %i may pass later', (code) => {
    const { retry, stopsAll } = ruleForProviderError(code, 400)
    expect(stopsAll).toBe(false)
    expect(retry?.most).toBeGreaterThan(0)
    expect(retry?.firstMs).toBeLessThanOrEqual(RETRY_CEILING_MS)
  })

  it.each([131026, 131047, 131009, 100, 131050])('with %i is final for that person alone', (code) => {
    expect(ruleForProviderError(code, 500)).toEqual({ retry: null, stopsAll: false })
  })

  it.each([0, 190, 368, 131031, 131042])('with %i is about the account, and stops everything', (code) => {
    expect(ruleForProviderError(code, 400)).toEqual({ retry: null, stopsAll: true })
  })

  it('with an unknown code is judged by its HTTP status', () => {
    expect(ruleForProviderError(987_654, 503).retry).not.toBeNull()
    expect(ruleForProviderError(null, 429)).toEqual(ruleForProviderError(130429, 400))
    expect(ruleForProviderError(987_654, 400).retry).toBeNull()
    expect(ruleForProviderError(null, null).retry).toBeNull()
  })

  it('for too many to one person makes nobody else wait; for too many at all, everybody', () => {
    expect(ruleForProviderError(131056, 400).retry).toMatchObject({ firstMs: 6_000, restMs: null })
    expect(ruleForProviderError(130429, 400).retry?.restMs).toBeGreaterThan(0)
  })

  it('has one explanation for the whole range of permission errors, and one for what we do not know', () => {
    expect(providerErrorKey(294)).toBe('200')
    expect(providerErrorKey(300)).toBe('unknown')
    expect(providerErrorKey(null)).toBe('unknown')
    expect(providerErrorKey(131047)).toBe('131047')
  })
})

describe.each([
  ['pt-BR', ptBR],
  ['en', en],
])('in %s there are words', (_language, messages) => {
  it('for each code, each uncertainty and each scenario, and for no other', () => {
    const keys = (words: object) => Object.keys(words).sort()
    expect(keys(messages.providerErrors)).toEqual([...PROVIDER_ERROR_CODES.map(String), 'unknown'].sort())
    expect(keys(messages.unknownWhy)).toEqual([...UNKNOWN_WHYS].sort())
    expect(keys(messages.sandboxScenarios)).toEqual([...SANDBOX_SCENARIO_NAMES].sort())
  })

  it('that say what happened and what to do', () => {
    for (const words of [...Object.values(messages.providerErrors), ...Object.values(messages.unknownWhy)]) {
      expect(words.title).toMatch(/\S[^.]$/)
      expect(words.whatToDo).toMatch(/\.$/)
    }
  })
})

describe('a stand-in scenario', () => {
  it('is told by the last four digits of a number', () => {
    for (const scenario of SANDBOX_SCENARIOS) expect(sandboxScenarioFor(`+551198765${scenario.ending}`)).toBe(scenario)
    expect(sandboxScenarioFor('+5511999999999')).toBeUndefined()
  })
})
