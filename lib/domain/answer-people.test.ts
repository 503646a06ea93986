import { describe, expect, it } from 'vitest'
import { type AnswerPeople, answerPeopleParams, messagesAddress, readAnswerPeople } from './answer-people'

const SEND = '0197f7a0-0000-7000-8000-000000000001'
const TEMPLATE = '0197f7a0-0000-7000-8000-000000000002'

const examples: AnswerPeople[] = [
  { scope: { sendId: SEND }, did: 'chose', rowId: 'segunda via & mais' },
  { scope: { templateId: TEMPLATE, version: null }, did: 'chose', rowId: 'a' },
  { scope: { templateId: TEMPLATE, version: 3 }, did: 'typed', rowId: null },
  { scope: { sendId: SEND }, did: 'readOnly', rowId: null },
]

describe('the people behind a figure, in an address', () => {
  it.each(examples)('come back as they went: %j', (people) => {
    const params = new URLSearchParams(answerPeopleParams(people).toString())
    expect(readAnswerPeople(Object.fromEntries(params))).toEqual(people)
  })

  it('are all who answered where nothing else is said', () => {
    expect(readAnswerPeople({ from: `send:${SEND}` })).toEqual({ scope: { sendId: SEND }, did: 'replied', rowId: null })
  })

  it.each([
    {},
    { from: 'send:1' },
    { from: ['send'] },
    { from: `send:${SEND}`, did: 'chose' },
    { from: `send:${SEND}`, did: 'x' },
  ])('are nobody in %j', (params) => {
    expect(readAnswerPeople(params)).toBeNull()
  })
})

it('the messages of those who read and did not answer are filtered by both', () => {
  expect(messagesAddress({ scope: { templateId: TEMPLATE, version: null }, did: 'readOnly', rowId: null })).toBe(
    `/messages?template=${TEMPLATE}&status=read&replied=no`,
  )
})
