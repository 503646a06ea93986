import { describe, expect, it } from 'vitest'
import type { MessagePage, MessageSummary } from '@/lib/domain/message-view'
import { createMessagePages, type ReadPage } from './message-pages'

const PAGE = 50

const message = (id: number, status: MessageSummary['status'] = 'accepted'): MessageSummary => ({
  id: String(id),
  sendId: '019aa0c4-8d5e-7cc3-9f0c-1f6f0e6f1a11',
  createdAt: new Date(Date.UTC(2026, 10, 1) + id * 1000).toISOString(),
  phone: `+55119${String(id).padStart(8, '0')}`,
  name: null,
  status,
  skippedWhy: null,
  unknownWhy: null,
  errorCode: null,
  errorTitle: null,
  wamid: null,
  settledAt: null,
  sentAt: null,
  deliveredAt: null,
  readAt: null,
  failedAt: null,
  repliedAt: null,
  choseRowId: null,
  choseTitle: null,
  windowClosesAt: null,
  gateway: 'sandbox',
  isTest: false,
  template: null,
  sender: null,
  firstLine: '',
})

/** A history of so many messages, read as the API reads it; what is asked for is noted. */
function history(count: number) {
  let all = Array.from({ length: count }, (_, i) => message(count - i))
  const asked: (string | null)[] = []
  const page = (cursor: string | null): MessagePage => {
    const from = cursor === null ? 0 : all.findIndex(({ id }) => BigInt(id) < BigInt(cursor))
    const messages = from < 0 ? [] : all.slice(from, from + PAGE)
    const last = messages.at(-1)
    return { messages, nextCursor: last && last !== all.at(-1) ? last.id : null }
  }
  const read: ReadPage = async (_query, cursor) => {
    asked.push(cursor)
    return page(cursor)
  }
  return {
    asked,
    read,
    first: page(null),
    change: (to: (all: MessageSummary[]) => MessageSummary[]) => {
      all = to(all)
    },
    pages: () => createMessagePages('', page(null), read),
  }
}

/** What was asked for has come. */
const settle = async () => {
  for (let i = 0; i < 20; i++) await Promise.resolve()
}

async function scroll(pages: ReturnType<typeof createMessagePages>, to: number) {
  for (let from = 0; from < to; from += 40) {
    pages.look({ from, to: from + 20 })
    await settle()
  }
}

describe('the pages of the messages', () => {
  it('are read on before their end is in sight, and each only once', async () => {
    const past = history(500)
    const pages = past.pages()
    pages.look({ from: 0, to: 20 })
    pages.look({ from: 1, to: 21 })
    await settle()
    expect(past.asked).toEqual(['451'])
    expect(pages.shown()).toMatchObject({ count: 100, isWhole: false })
    await scroll(pages, 500)
    expect(pages.shown()).toMatchObject({ count: 500, isWhole: true })
    expect(pages.shown().at(499)?.id).toBe('1')
    expect(new Set(past.asked).size).toBe(past.asked.length)
  })

  it('are dropped when far, keep their place, and come back', async () => {
    const pages = history(3000).pages()
    await scroll(pages, 2900)
    expect(pages.shown().at(700)).toBeNull()
    expect(pages.shown().count).toBeGreaterThan(2850)
    pages.look({ from: 700, to: 720 })
    await settle()
    expect(pages.shown().at(700)?.id).toBe('2300')
    expect(pages.shown().at(2800)).toBeNull()
  })

  it('what comes in is counted and moves nothing', async () => {
    const past = history(120)
    const pages = past.pages()
    await scroll(pages, 120)
    past.change((all) => [message(123), message(122), message(121), ...all])
    await pages.refresh()
    expect(pages.shown().fresh).toEqual({ count: 3, isMore: false })
    expect(pages.shown().at(0)?.id).toBe('120')
    expect(pages.shown().count).toBe(120)
    expect(pages.shown().hasLeft).toBe(false)
    past.change((all) => [...Array.from({ length: 80 }, (_, i) => message(203 - i)), ...all])
    await pages.refresh()
    expect(pages.shown().fresh).toEqual({ count: PAGE, isMore: true })
  })

  it('a status climbs in its place, and rows that stay the same stay the very same', async () => {
    const past = history(60)
    const pages = past.pages()
    pages.look({ from: 0, to: 20 })
    const [before, other] = [pages.shown().at(3), pages.shown().at(4)]
    past.change((all) => all.map((each) => (each.id === before?.id ? { ...each, status: 'read' } : { ...each })))
    expect(await pages.refresh()).toBe(true)
    expect(await pages.refresh()).toBe(false)
    expect(pages.shown().at(3)?.status).toBe('read')
    expect(pages.shown().at(4)).toBe(other)
  })

  it('one that no longer fits stays where it is, and it is told', async () => {
    const past = history(60)
    const pages = past.pages()
    pages.look({ from: 0, to: 20 })
    past.change((all) => all.filter(({ id }) => id !== '55'))
    await pages.refresh()
    expect(pages.shown().at(5)?.id).toBe('55')
    expect(pages.shown().hasLeft).toBe(true)
  })

  it('of a history that was empty the first ones are shown at once', async () => {
    const past = history(0)
    const pages = past.pages()
    past.change(() => [message(2), message(1)])
    await pages.refresh()
    expect(pages.shown()).toMatchObject({ count: 2, isWhole: true, fresh: { count: 0 } })
  })

  it('a failure is told and forgotten once it can be read again', async () => {
    const past = history(120)
    let isDown = true
    const pages = createMessagePages('', past.first, (query, cursor, signal) =>
      isDown ? Promise.reject(new Error('offline')) : past.read(query, cursor, signal),
    )
    pages.look({ from: 0, to: 20 })
    await settle()
    expect(pages.shown().error).toEqual(new Error('offline'))
    isDown = false
    pages.look({ from: 0, to: 20 })
    await settle()
    expect(pages.shown()).toMatchObject({ count: 100, error: null })
  })
})
