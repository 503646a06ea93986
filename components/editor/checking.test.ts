import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { newHistory, record } from '@/lib/domain/draft-history'
import { newDraft } from '@/lib/domain/list-draft'
import { createCell } from './cell'
import { createChecking } from './checking'

const started = newDraft({ body: 'Oi', button: 'Ver' })
const long = { ...started, button: 'Ver todas as opções de hoje' }
const codes = ({ problems }: ReturnType<typeof createChecking>) => problems.get().list.map(({ code }) => code)

describe('the check of a draft', () => {
  let waiting: (() => void)[] = []
  const rest = () => {
    for (const run of waiting.splice(0)) run()
  }
  beforeEach(() => {
    waiting = []
    vi.stubGlobal('requestIdleCallback', (run: () => void) => waiting.push(run))
    vi.stubGlobal('cancelIdleCallback', () => waiting.splice(0))
  })
  afterEach(() => vi.unstubAllGlobals())

  const type = (draft = long) => {
    const history = createCell(newHistory(started))
    const checking = createChecking(history)
    const before = codes(checking)
    history.set(record(history.get(), draft, { code: 'type' }, { typing: { group: 'button', at: 0 } }))
    return { history, checking, before }
  }

  it('waits with what is being typed until the page is at rest, and is made once for all of it', () => {
    const { history, checking, before } = type({ ...long, button: 'Ver todas' })
    history.set(record(history.get(), long, { code: 'type' }, { typing: { group: 'button', at: 1 } }))
    expect(codes(checking)).toEqual(before)
    expect(waiting).toHaveLength(1)
    rest()
    expect(codes(checking)).toContain('tooLong')
  })

  it('is made at once where somebody asks for it, and not again', () => {
    const { checking } = type()
    checking.checkNow()
    expect(codes(checking)).toContain('tooLong')
    expect(waiting).toEqual([])
  })

  it('does not wait after an edit, which settles what was typed before it', () => {
    const { history, checking } = type()
    history.set(record(history.get(), started, { code: 'fix' }))
    expect(codes(checking)).not.toContain('tooLong')
    expect(waiting).toEqual([])
  })
})
