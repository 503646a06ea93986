import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type ListDraft, newDraft } from '@/lib/domain/list-draft'
import { createDraftKeeper } from './draft-keeper'

function createStorage() {
  const held = new Map<string, string>()
  return {
    held,
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
  }
}

const saved = newDraft({ body: 'Salvo' })

/** One tab of the browser with an editor in it. */
function openTab(storage: ReturnType<typeof createStorage> | null, tab: string, version: number | null = 3) {
  const now = { draft: saved, base: { draft: saved, version } }
  const keeper = createDraftKeeper({
    storage,
    userId: 'ana',
    place: 'a-template',
    tab,
    read: () => now.draft,
    base: () => now.base,
  })
  const restored = keeper.restore().work
  if (restored) now.draft = restored.draft
  const type = (body: string) => {
    now.draft = { ...now.draft, body }
    keeper.touch()
  }
  const load = (draft: ListDraft) => {
    now.draft = draft
    keeper.touch()
  }
  return { keeper, now, type, load, restored, body: () => now.draft.body }
}

const DRAFT_KEY = 'listazap.draft.ana.a-template'

describe('unsaved work in the browser', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('is there again after a reload, with the version that it started from', () => {
    const storage = createStorage()
    const before = openTab(storage, 'one')
    before.type('Meia fra')
    vi.runAllTimers()
    const { restored } = openTab(storage, 'one')
    expect(restored).toMatchObject({ draft: { body: 'Meia fra' }, version: 3 })
  })

  it('is written while somebody types without a pause', () => {
    const storage = createStorage()
    const { type } = openTab(storage, 'one')
    for (let i = 1; i <= 10; i++) {
      type('a'.repeat(i))
      vi.advanceTimersByTime(100)
    }
    expect(openTab(storage, 'two').restored?.draft.body.length).toBeGreaterThanOrEqual(7)
  })

  it('is written at once when the page goes away', () => {
    const storage = createStorage()
    const { type, keeper } = openTab(storage, 'one')
    type('Última palavra')
    keeper.flush()
    expect(openTab(storage, 'two').restored?.draft.body).toBe('Última palavra')
  })

  it('leaves nothing behind once the draft is again what is saved', () => {
    const storage = createStorage()
    const { type } = openTab(storage, 'one')
    type('Outra coisa')
    vi.runAllTimers()
    type('Salvo')
    vi.runAllTimers()
    expect(storage.held.has(DRAFT_KEY)).toBe(false)
  })

  it('takes what it cannot read for nothing', () => {
    const storage = createStorage()
    storage.setItem(DRAFT_KEY, '{"draft":')
    expect(openTab(storage, 'one').restored).toBeNull()
    storage.setItem(DRAFT_KEY, JSON.stringify({ draft: { body: 1 }, version: 1, at: 'ontem' }))
    expect(openTab(storage, 'one').restored).toBeNull()
  })

  it('says when the browser holds nothing, and goes on', () => {
    const full = {
      ...createStorage(),
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError')
      },
    }
    for (const storage of [full, null]) {
      const { type, keeper } = openTab(storage, 'one')
      type('Não cabe')
      vi.runAllTimers()
      expect(keeper.state.get().works).toBe(false)
    }
  })
})

describe('two tabs on one draft', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  const begin = () => {
    const storage = createStorage()
    return { storage, one: openTab(storage, 'one'), two: openTab(storage, 'two') }
  }
  const everyWord = (storage: ReturnType<typeof createStorage>) => [...storage.held.values()].join()

  it('know of each other, and never write over each other', () => {
    const { storage, one, two } = begin()
    one.type('Da primeira')
    vi.runAllTimers()
    two.keeper.hear(DRAFT_KEY)
    expect(two.keeper.state.get().other?.draft.body).toBe('Da primeira')
    two.type('Da segunda')
    vi.runAllTimers()
    expect(everyWord(storage)).toContain('Da primeira')
    expect(everyWord(storage)).toContain('Da segunda')
  })

  it('keep both words even where no event came before the second wrote', () => {
    const { storage, one, two } = begin()
    one.type('Da primeira')
    two.type('Da segunda')
    vi.runAllTimers()
    expect(everyWord(storage)).toContain('Da primeira')
    expect(everyWord(storage)).toContain('Da segunda')
    expect(two.keeper.state.get().other?.draft.body).toBe('Da primeira')
  })

  it('go on with the one that a person chooses, and set the other aside', () => {
    const { one, two } = begin()
    one.type('Da primeira')
    two.type('Da segunda')
    vi.runAllTimers()
    const taken = two.keeper.takeOther()
    if (taken) two.load(taken.draft)
    vi.runAllTimers()
    expect(two.body()).toBe('Da primeira')
    expect(two.keeper.state.get().other).toBeNull()
    expect(two.keeper.state.get().aside).toMatchObject([{ draft: { body: 'Da segunda' } }])

    one.type('Da primeira, mais')
    vi.runAllTimers()
    two.keeper.hear(DRAFT_KEY)
    two.keeper.keepMine()
    one.keeper.hear(DRAFT_KEY)
    expect(one.keeper.state.get().other?.draft.body).toBe('Da primeira')
    expect(two.keeper.state.get().aside.map(({ draft }) => draft.body)).toEqual(['Da primeira, mais', 'Da segunda'])
  })

  it('both come back when the second is reloaded before anybody chose', () => {
    const { storage, one, two } = begin()
    one.type('Da primeira')
    two.type('Da segunda')
    vi.runAllTimers()
    const again = openTab(storage, 'two')
    expect(again.restored?.draft.body).toBe('Da segunda')
    expect(again.keeper.state.get().other?.draft.body).toBe('Da primeira')
  })

  it('go on knowing of each other while one of them writes the same words again', () => {
    const { storage, one, two } = begin()
    one.type('Da primeira')
    two.type('Da segunda')
    vi.runAllTimers()
    const raw = storage.getItem(DRAFT_KEY) ?? ''
    storage.setItem(DRAFT_KEY, raw.replace('"version":3', '"version":4'))
    two.keeper.hear(DRAFT_KEY)
    two.type('Da segunda, mais')
    vi.runAllTimers()
    expect(storage.getItem(DRAFT_KEY)).toContain('Da primeira')
    expect(two.keeper.state.get().other).not.toBeNull()
  })

  it('are not bothered when the other only saved what both show', () => {
    const { one, two } = begin()
    one.type('Da primeira')
    vi.runAllTimers()
    one.keeper.clear()
    two.keeper.hear(DRAFT_KEY)
    expect(two.keeper.state.get().other).toBeNull()
  })
})

describe('the server’s copy', () => {
  const at = (minute: number) => `2026-11-22T14:${minute}:00.000Z`
  const standing = {
    draft: { ...saved, body: 'De lá' },
    version: 3,
    revision: 8,
    browser: 'theirs',
    order: 1,
    savedAt: at(40),
  }
  const keep = (storage: ReturnType<typeof createStorage>, body: string, minute: number) =>
    storage.setItem(DRAFT_KEY, JSON.stringify({ draft: { ...saved, body }, version: 3, at: at(minute) }))

  it('opens where it is newer, and what the browser held is set aside', () => {
    const storage = createStorage()
    keep(storage, 'Daqui', 30)
    const { keeper } = openTab(storage, 'one')
    const found = keeper.restore('mine', { standing, readAt: at(50) })
    expect(found).toMatchObject({ work: { draft: { body: 'De lá' } }, held: { revision: 8 }, hasAside: true })
    expect(keeper.state.get().aside).toMatchObject([{ draft: { body: 'Daqui' } }])
  })

  it('is known by what this browser noted of it, so that what was typed since stands before it', () => {
    const storage = createStorage()
    keep(storage, 'Dito', 30)
    const { keeper } = openTab(storage, 'one')
    keeper.mark({ revision: 8, work: { draft: { ...saved, body: 'Dito' }, version: 3 }, at: at(40) })
    keep(storage, 'Dito e feito', 20)
    const again = openTab(storage, 'one').keeper.restore('mine', { standing, readAt: at(50) })
    expect(again).toMatchObject({ work: { draft: { body: 'Dito e feito' } }, hasAside: false })
  })

  it('of another browser waits for a choice, and until then nothing is to be sent', () => {
    const chosen: unknown[] = []
    const now = { ...saved, body: 'Daqui' }
    const keeper = createDraftKeeper({
      storage: createStorage(),
      userId: 'ana',
      place: 'a-template',
      tab: 'one',
      read: () => now,
      base: () => ({ draft: saved, version: 3 }),
      onChoose: ({ revision }) => chosen.push(revision),
    })
    expect(keeper.work()).toEqual({ draft: now, version: 3 })
    expect(keeper.meet(standing)).toBe(false)
    expect(keeper.work()).toBe('paused')
    keeper.keepMine()
    expect(chosen).toEqual([8])
    expect(keeper.work()).toEqual({ draft: now, version: 3 })
    expect(keeper.state.get().aside).toMatchObject([{ draft: { body: 'De lá' } }])
  })

  it('is no question where it reads like the draft', () => {
    const { keeper, load } = openTab(createStorage(), 'one')
    load(standing.draft)
    expect(keeper.meet(standing)).toBe(true)
    expect(keeper.state.get().other).toBeNull()
  })
})

describe('drafts set aside', () => {
  it('are held once, however often the same words are set aside', () => {
    const tab = openTab(createStorage(), 'a')
    for (const body of ['Uma', 'Outra', 'Uma']) {
      tab.type(body)
      tab.keeper.putAside()
    }
    expect(tab.keeper.state.get().aside.map(({ draft }) => draft.body)).toEqual(['Uma', 'Outra'])
  })

  it('hold the present one only where something in it is unsaved, and can be dropped', () => {
    const tab = openTab(createStorage(), 'one')
    expect(tab.keeper.putAside()).toBe(false)
    tab.now.draft = { ...saved, footer: 'Novo' }
    expect(tab.keeper.putAside()).toBe(true)
    const [aside] = tab.keeper.state.get().aside
    expect(aside?.draft.footer).toBe('Novo')
    tab.keeper.dropAside(aside?.id ?? '')
    expect(tab.keeper.state.get().aside).toEqual([])
  })

  it('let the oldest go, so that they never fill the browser', () => {
    const tab = openTab(createStorage(), 'one')
    for (let i = 0; i < 20; i++) {
      tab.now.draft = { ...saved, body: `n. ${i}` }
      tab.keeper.putAside()
    }
    const bodies = tab.keeper.state.get().aside.map(({ draft }) => draft.body)
    expect(bodies).toHaveLength(12)
    expect(bodies[0]).toBe('n. 19')
  })
})
