import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wildDraft } from '@/lib/testing/wild-draft'
import { fieldsOf } from './draft-field'
import { FIRST_TEMPLATE } from './first-template'
import { importList } from './import-list'
import { readCode, toCode, toDraftPath } from './list-code'
import { messageToDraft, newDraft } from './list-draft'
import { toPayload } from './list-message-payload'
import { draftFingerprint } from './list-template'

const { message } = FIRST_TEMPLATE
const whole = toCode(messageToDraft(message))

const faultOf = (text: string) => {
  const read = readCode(text)
  return read.ok ? null : read.fault
}
const ignoredIn = (text: string) => {
  const read = readCode(text)
  return read.ok ? read.ignored.map(({ code, shown, line }) => `${line} ${code} ${shown}`) : null
}
const around = (interactive: unknown) => JSON.stringify({ type: 'interactive', interactive }, null, 2)
const action = { button: 'Ver', sections: [{ rows: [{ id: 'a', title: 'A' }] }] }

describe('the code of a draft', () => {
  it('is what would be posted, with a number that stands for anybody’s', () => {
    expect(JSON.parse(whole)).toEqual(toPayload(message, '+5511999999999'))
  })

  it('brings back every draft with all its texts, however wild and unfinished', () => {
    fc.assert(
      fc.property(wildDraft, (draft) => {
        const read = readCode(toCode(draft))
        expect(read.ok && draftFingerprint(read.draft)).toBe(draftFingerprint(draft))
        expect(read.ok && read.ignored).toEqual([])
      }),
    )
  })

  it('shows where each text of a draft stands, and whose text stands at a place', () => {
    fc.assert(
      fc.property(wildDraft, (draft) => {
        const code = toCode(draft)
        const read = readCode(code)
        for (const { path, text } of fieldsOf(draft)) {
          if (!text) continue
          const literal = JSON.stringify(text)
          const at = read.ok ? read.placeOf(path) : -1
          expect(code.slice(at, at + literal.length)).toBe(literal)
        }
      }),
    )
    expect(toDraftPath(['interactive', 'header', 'text'])).toEqual(['header'])
    expect(toDraftPath(['action', 'sections', 1, 'rows', 2, 'id'])).toEqual(['sections', 1, 'rows', 2, 'id'])
    expect(toDraftPath(['interactive', 'action', 'sections', 1, 'rows', 2])).toEqual([
      'sections',
      1,
      'rows',
      2,
      'title',
    ])
    expect(toDraftPath(['interactive', 'action', 'sections', 1])).toEqual(['sections', 1, 'title'])
    expect(toDraftPath(['interactive', 'type'])).toBeNull()
    expect(toDraftPath(['to'])).toBeNull()
  })

  it('is an import like any other', () => {
    const imported = importList(whole)
    expect(imported.ok && draftFingerprint(imported.draft)).toBe(draftFingerprint(messageToDraft(message)))
  })
})

describe('reading code', () => {
  it('takes the interactive part alone, with texts that are missing or null', () => {
    const read = readCode(JSON.stringify({ header: null, action: { sections: [{ rows: [{ title: 'A' }] }] } }))
    expect(read.ok && draftFingerprint(read.draft)).toBe(
      draftFingerprint(
        newDraft({ sections: [{ key: 's', title: '', rows: [{ key: 'r', id: '', title: 'A', description: '' }] }] }),
      ),
    )
  })

  it('tells line, column and what was expected of broken JSON', () => {
    const broken = whole.replace('"type": "interactive",', '"type": "interactive"')
    expect(faultOf(broken)).toMatchObject({
      code: 'json',
      expected: 'commaOrBrace',
      line: 5,
      column: 3,
      found: '"interactive": {',
    })
    expect(faultOf('  ')).toMatchObject({ code: 'empty', line: 1, column: 1 })
    expect(faultOf('{"interactive": {')).toMatchObject({ code: 'json', expected: 'key', column: 18 })
  })

  it('refuses another shape at its place rather than half of it', () => {
    expect(faultOf('[]')).toMatchObject({ code: 'wrongType', expected: 'object', at: 0 })
    expect(faultOf('{"type": "text"}')).toMatchObject({ code: 'noList' })
    expect(faultOf(around({ type: 'button', action }))).toMatchObject({ code: 'otherKind', found: 'button', line: 4 })
    expect(faultOf(around({ type: 'list' }))).toMatchObject({ code: 'missing', key: 'action', line: 3 })
    expect(faultOf(around({ action: { button: 'Ver' } }))).toMatchObject({ code: 'missing', key: 'sections', line: 4 })
    expect(faultOf(around({ action: { sections: [{ title: 'A' }] } }))).toMatchObject({ code: 'missing', key: 'rows' })
    expect(faultOf(around({ body: 'Oi', action }))).toMatchObject({ code: 'wrongType', expected: 'object', line: 4 })
    expect(faultOf(around({ body: { text: 1 }, action }))).toMatchObject({
      code: 'wrongType',
      expected: 'text',
      line: 5,
    })
    expect(faultOf(around({ action: { sections: {} } }))).toMatchObject({ code: 'wrongType', expected: 'list' })
  })

  it('refuses what no draft can hold', () => {
    expect(faultOf(around({ body: { text: 'a'.repeat(20_001) }, action }))).toMatchObject({ code: 'tooBig', line: 5 })
    const rows = Array.from({ length: 201 }, () => ({ id: 'a' }))
    expect(faultOf(around({ action: { sections: [{ rows }] } }))).toMatchObject({ code: 'tooBig' })
  })

  it('tells what will not be sent, each at its line', () => {
    expect(ignoredIn(whole.replace('5511999999999', '5511988887777'))).toEqual(['3 recipient to'])
    expect(ignoredIn(whole.replace('"type": "interactive"', '"type": "text"'))).toEqual(['4 fixed type'])
    expect(ignoredIn(whole.replace('"to"', '"recipient_type": "individual",\n  "context": {},\n  "to"'))).toEqual([
      '4 unknown context',
    ])
    expect(
      ignoredIn(
        around({
          header: { type: 'image', image: { id: '1' } },
          body: { text: 'a', mood: 'b' },
          action: { ...action, name: 'x', sections: [{ rows: [{ id: 'a', title: 'A', emoji: 'x' }], kind: 1 }] },
        }),
      ),
    ).toEqual([
      '5 mediaHeader interactive.header.type',
      '6 unknown interactive.header.image',
      '12 unknown interactive.body.mood',
      '22 unknown interactive.action.sections[0].rows[0].emoji',
      '25 unknown interactive.action.sections[0].kind',
      '28 unknown interactive.action.name',
    ])
    expect(ignoredIn(`{"action": ${JSON.stringify(action)}, "body": {"text": "a", "text": "b"}}`)).toEqual([
      '1 repeatedKey body.text',
    ])
  })
})
