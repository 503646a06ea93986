import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CodeChange, codeChanges } from './code-changes'

const apply = (text: string, changes: CodeChange[]) =>
  changes.reduceRight((now, { from, to, insert }) => now.slice(0, from) + insert + now.slice(to), text)

const text = fc
  .array(fc.constantFrom('{', '}', '  "a": 1,', '  "b": 2', '', '🔥', '🔧'), { maxLength: 12 })
  .map((lines) => lines.join('\n'))

describe('the changes from one code to another', () => {
  it('make the one of the other, in order and apart', () => {
    fc.assert(
      fc.property(text, text, (was, is) => {
        const changes = codeChanges(was, is)
        expect(apply(was, changes)).toBe(is)
        changes.forEach(({ from }, i) => {
          expect(from).toBeGreaterThanOrEqual(changes[i - 1]?.to ?? 0)
        })
      }),
    )
  })

  it('leave alone what both have, within a line too', () => {
    const was = '{\n  "a": "um",\n  "b": "dois",\n  "c": "três"\n}'
    const is = '{\n  "a": "uma",\n  "b": "dois",\n  "c": "3"\n}'
    expect(codeChanges(was, was)).toEqual([])
    expect(codeChanges(was, is)).toEqual([
      { from: 12, to: 12, insert: 'a' },
      { from: 38, to: 42, insert: '3' },
    ])
    expect(codeChanges('🔥', '🔧')).toEqual([{ from: 0, to: 2, insert: '🔧' }])
  })

  it('are one for texts too long to compare line by line', () => {
    const was = 'a\n'.repeat(2000)
    expect(codeChanges(was, `b\n${was}`)).toEqual([{ from: 0, to: 0, insert: 'b\n' }])
  })
})
