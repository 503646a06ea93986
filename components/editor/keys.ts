/** A press of keys. `mod` is Ctrl, and ⌘ on a Mac. */
export type Chord = { key: string; mod?: true; alt?: true; shift?: true }

/**
 * Where keys mean something: in the body; in a text of a row; anywhere in a section or row; anywhere on the page; on the
 * page but not in a text, where they write; on the page, but in no text other than the draft's own.
 */
export type KeyScope = 'body' | 'rowText' | 'list' | 'page' | 'outsideTexts' | 'draft'

export type KeyName =
  | 'addRow'
  | 'move'
  | 'moveAcross'
  | 'duplicate'
  | 'bold'
  | 'italic'
  | 'undo'
  | 'redo'
  | 'save'
  | 'help'

type KeyEntry = { name: KeyName; scope: KeyScope; chords: readonly Chord[]; repeats?: true }

/** All keys of the editor, in the order of their sheet: what they do is looked up here, and so is what the sheet tells. */
export const KEYS: readonly KeyEntry[] = [
  { name: 'addRow', scope: 'rowText', chords: [{ key: 'Enter' }] },
  {
    name: 'move',
    scope: 'list',
    repeats: true,
    chords: [
      { key: 'ArrowUp', alt: true },
      { key: 'ArrowDown', alt: true },
    ],
  },
  {
    name: 'moveAcross',
    scope: 'list',
    repeats: true,
    chords: [
      { key: 'ArrowUp', alt: true, shift: true },
      { key: 'ArrowDown', alt: true, shift: true },
    ],
  },
  { name: 'duplicate', scope: 'list', chords: [{ key: 'd', mod: true }] },
  { name: 'bold', scope: 'body', chords: [{ key: 'b', mod: true }] },
  { name: 'italic', scope: 'body', chords: [{ key: 'i', mod: true }] },
  { name: 'undo', scope: 'draft', repeats: true, chords: [{ key: 'z', mod: true }] },
  {
    name: 'redo',
    scope: 'draft',
    repeats: true,
    chords: [
      { key: 'z', mod: true, shift: true },
      { key: 'y', mod: true },
    ],
  },
  { name: 'save', scope: 'page', chords: [{ key: 's', mod: true }] },
  { name: 'help', scope: 'outsideTexts', chords: [{ key: '?' }] },
]

export const isMac = () => /mac|iphone|ipad/i.test(navigator.platform)

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

function isChord(press: Press, chord: Chord, mac: boolean): boolean {
  const [mod, other] = mac ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey]
  // Which sign a key writes depends on Shift already, and on the keyboard.
  const isSign = chord.key.length === 1 && !/[a-z]/.test(chord.key)
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key
  return (
    key === chord.key &&
    mod === !!chord.mod &&
    !other &&
    press.altKey === !!chord.alt &&
    (isSign || press.shiftKey === !!chord.shift)
  )
}

/** What a press asks for, and whether upwards (-1) or downwards (1); null where it is none of ours. */
export function findKey(press: Press, mac: boolean): { entry: KeyEntry; by: -1 | 1 } | null {
  for (const entry of KEYS) {
    const chord = entry.chords.find((one) => isChord(press, one, mac))
    if (chord) return { entry, by: chord.key === 'ArrowUp' ? -1 : 1 }
  }
  return null
}

/** A key as it is drawn on its cap; a longer name for those whose sign is not read out. */
export type KeyCap = { sign: string; spoken?: 'Command' | 'Option' | 'Shift' | 'ArrowUp' | 'ArrowDown' }

const SIGNS: Record<string, KeyCap> = {
  ArrowUp: { sign: '↑', spoken: 'ArrowUp' },
  ArrowDown: { sign: '↓', spoken: 'ArrowDown' },
}

/** The caps of a chord as this kind of keyboard names them: Ctrl D, or ⌘ D. */
export function capsOf({ key, mod, alt, shift }: Chord, mac: boolean): KeyCap[] {
  const caps: KeyCap[] = []
  if (mod) caps.push(mac ? { sign: '⌘', spoken: 'Command' } : { sign: 'Ctrl' })
  if (alt) caps.push(mac ? { sign: '⌥', spoken: 'Option' } : { sign: 'Alt' })
  if (shift) caps.push(mac ? { sign: '⇧', spoken: 'Shift' } : { sign: 'Shift' })
  caps.push(SIGNS[key] ?? { sign: key.length === 1 ? key.toUpperCase() : key })
  return caps
}
