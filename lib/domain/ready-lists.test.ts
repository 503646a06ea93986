import { describe, expect, it } from 'vitest'
import { messageToDraft } from './list-draft'
import { LIMITS, listMessageSchema } from './list-message'
import { checkDraft } from './list-rules'
import { templateNameSchema } from './list-template'
import { LOCALES } from './locale'
import { READY_LIST_IDS } from './ready-list'
import { readyLists } from './ready-lists'
import { rowIdsOf } from './row-id'

describe.each(LOCALES)('the ready-made lists in %s', (locale) => {
  const lists = readyLists(locale)

  it('are all there, each under a name of its own', () => {
    expect(lists.map(({ id }) => id)).toEqual([...READY_LIST_IDS])
    expect(new Set(lists.map(({ name }) => name)).size).toBe(lists.length)
  })

  it.each(lists)('$name could be sent as it is: no rule has a word to say', ({ name, message }) => {
    expect(checkDraft(messageToDraft(message))).toEqual([])
    expect(listMessageSchema.parse(message)).toEqual(message)
    expect(templateNameSchema.parse(name)).toBe(name)
  })

  it.each(lists)('$name has IDs that a report can be read by', ({ message }) => {
    const ids = rowIdsOf(messageToDraft(message))
    for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9_]{1,39}$/)
  })

  it.each(lists)('$name uses all that a list has: header, footer, titled sections, descriptions', ({ message }) => {
    expect([message.header, message.footer].every(Boolean)).toBe(true)
    expect(message.sections.every(({ title }) => title)).toBe(true)
    expect(message.sections.flatMap(({ rows }) => rows).some(({ description }) => description)).toBe(true)
  })

  it('have each a shape of its own', () => {
    const shapes = lists.map(({ message }) => message.sections.map(({ rows }) => rows.length).join('-'))
    expect(new Set(shapes).size).toBe(lists.length)
  })

  it('the survey takes every option that a list may have', () => {
    const survey = lists.find(({ id }) => id === 'nps')
    expect(survey?.message.sections.flatMap(({ rows }) => rows)).toHaveLength(LIMITS.rows)
  })
})
