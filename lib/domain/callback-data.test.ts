import { describe, expect, it } from 'vitest'
import { parseCallbackData, toCallbackData } from './callback-data'

describe('what a request carries for its statuses', () => {
  it('names its attempt, there and back', () => {
    const attempt = { id: 9_007_199_254_740_993n, attempt: 3 }
    expect(parseCallbackData(toCallbackData(attempt))).toEqual(attempt)
  })

  it.each([
    '',
    'listazap:1',
    'listazap:0:1',
    'listazap:1:0',
    'listazap:1:1 ',
    'other:1:1',
    `listazap:${'9'.repeat(30)}:1`,
  ])('is not read from %j', (data) => expect(parseCallbackData(data)).toBeNull())
})
