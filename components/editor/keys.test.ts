import { describe, expect, it } from 'vitest'
import { capsOf, findKey, KEYS } from './keys'

const press = (key: string, held: Partial<Record<'ctrl' | 'meta' | 'alt' | 'shift', true>> = {}) => ({
  key,
  ctrlKey: !!held.ctrl,
  metaKey: !!held.meta,
  altKey: !!held.alt,
  shiftKey: !!held.shift,
})
const nameOf = (pressed: ReturnType<typeof press>, mac = false) => findKey(pressed, mac)?.entry.name ?? null

describe('the keys', () => {
  it('tell one chord from another by all that is held', () => {
    expect(nameOf(press('Enter'))).toBe('addRow')
    expect(nameOf(press('Enter', { shift: true }))).toBeNull()
    expect(nameOf(press('ArrowUp'))).toBeNull()
    expect(nameOf(press('ArrowUp', { alt: true }))).toBe('move')
    expect(nameOf(press('ArrowUp', { alt: true, shift: true }))).toBe('moveAcross')
    expect(nameOf(press('ArrowUp', { alt: true, ctrl: true }))).toBeNull()
    expect(nameOf(press('D', { ctrl: true }))).toBe('duplicate')
    expect(nameOf(press('d'))).toBeNull()
    expect(nameOf(press('z', { ctrl: true }))).toBe('undo')
    expect(nameOf(press('Z', { ctrl: true, shift: true }))).toBe('redo')
    expect(nameOf(press('y', { ctrl: true }))).toBe('redo')
  })

  it('know up from down', () => {
    expect(findKey(press('ArrowUp', { alt: true }), false)?.by).toBe(-1)
    expect(findKey(press('ArrowDown', { alt: true }), false)?.by).toBe(1)
  })

  it('take ⌘ on a Mac and leave Ctrl to it, which deletes with D there', () => {
    expect(nameOf(press('d', { meta: true }), true)).toBe('duplicate')
    expect(nameOf(press('d', { ctrl: true }), true)).toBeNull()
    expect(nameOf(press('s', { meta: true }), false)).toBeNull()
  })

  it('find the question mark wherever the keyboard keeps it', () => {
    expect(nameOf(press('?', { shift: true }))).toBe('help')
    expect(nameOf(press('?'))).toBe('help')
    expect(nameOf(press('?', { ctrl: true }))).toBeNull()
  })

  it('are drawn as the keyboard names them', () => {
    const drawn = (mac: boolean) =>
      KEYS.map(({ chords }) =>
        chords
          .map((chord) =>
            capsOf(chord, mac)
              .map(({ sign }) => sign)
              .join(' '),
          )
          .join(', '),
      )
    expect(drawn(false)).toEqual([
      'Enter',
      'Alt ↑, Alt ↓',
      'Alt Shift ↑, Alt Shift ↓',
      'Ctrl D',
      'Ctrl B',
      'Ctrl I',
      'Ctrl Z',
      'Ctrl Shift Z, Ctrl Y',
      'Ctrl S',
      '?',
    ])
    expect(drawn(true)).toEqual([
      'Enter',
      '⌥ ↑, ⌥ ↓',
      '⌥ ⇧ ↑, ⌥ ⇧ ↓',
      '⌘ D',
      '⌘ B',
      '⌘ I',
      '⌘ Z',
      '⌘ ⇧ Z, ⌘ Y',
      '⌘ S',
      '?',
    ])
  })
})
