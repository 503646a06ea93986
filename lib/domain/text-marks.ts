import { type Atom, FENCE, type Line, linesAt, MARKS, type Mark, type Selected } from './text-atoms'

const SIGNS: Record<Mark, string> = { bold: '*', italic: '_', strike: '~', code: '`' }
const WORDLIKE = /^(?:[\p{L}\p{N}]|\{\{)/u

const isDrawn = (atom: Atom) => atom.kind === 'text' || atom.kind === 'link'

/** Which atoms of a line a selection means: whole words, and for a caret the one that it touches. */
function chosenIn(line: Line, { text, start, end }: Selected, mark: Mark): Set<Atom> {
  const drawn = line.atoms.filter(isDrawn)
  if (start !== end) {
    const meant = new Set(drawn.filter((atom) => atom.from < end && atom.to > start))
    return toWordEdges(line, meant, text)
  }
  const caret = Math.max(start, line.from)
  const isWordlike = (atom: Atom) => atom.kind === 'link' || WORDLIKE.test(text.slice(atom.from, atom.to))
  const touched = drawn.find((atom) => atom.from <= caret && caret <= atom.to && isWordlike(atom))
  if (touched) return new Set([touched])
  // Between the words of something marked: all of it.
  const before = drawn.findLastIndex((atom) => atom.to <= caret)
  const has = (i: number) => !!drawn[i]?.marks.includes(mark)
  if (!has(before) || !has(before + 1) || hasSign(text, drawn[before], drawn[before + 1], mark)) return new Set()
  let [from, to] = [before, before + 1]
  while (has(from - 1)) from -= 1
  while (has(to + 1)) to += 1
  return new Set(drawn.slice(from, to + 1))
}

const ENDS_IN_WORD = /[\p{L}\p{N}]\p{M}*$/u
const STARTS_WITH_WORD = /^[\p{L}\p{N}]/u

/** With the words that signs lean on: "!" of "Oi!" cannot be marked alone. */
function toWordEdges(line: Line, chosen: Set<Atom>, text: string): Set<Atom> {
  const grown = new Set(chosen)
  const pass = (atoms: Atom[], isWord: RegExp) => {
    let isNext = false
    for (const atom of atoms) {
      const leans = isNext && isDrawn(atom) && isWord.test(text.slice(atom.from, atom.to))
      if (leans) grown.add(atom)
      isNext = grown.has(atom)
    }
  }
  pass(line.atoms, STARTS_WITH_WORD)
  pass(line.atoms.toReversed(), ENDS_IN_WORD)
  return grown
}

/** Whether two neighbours are marked each for itself: "*a* *b*". */
const hasSign = (text: string, a: Atom | undefined, b: Atom | undefined, mark: Mark) =>
  !!a && !!b && text.slice(a.to, b.from).includes(SIGNS[mark])

/** With all that hangs together with it: where a mark may not stand within a word and its signs. */
function withNeighbours(line: Line, chosen: Set<Atom>): Set<Atom> {
  const grown = new Set(chosen)
  const pass = (atoms: Atom[]) => {
    let isOn = false
    for (const atom of atoms) {
      if (!isDrawn(atom)) isOn = false
      else if (grown.has(atom)) isOn = true
      else if (isOn) grown.add(atom)
    }
  }
  pass(line.atoms)
  pass(line.atoms.toReversed())
  return grown
}

const has = (atom: Atom, mark: Mark) => atom.marks.includes(mark)
const rank = (mark: Mark) => MARKS.indexOf(mark)

function marksWith({ marks }: Atom, mark: Mark, isOn: boolean): readonly Mark[] {
  const rest = marks.filter((one) => one !== mark)
  if (!isOn) return rest
  const at = rest.findIndex((one) => rank(one) > rank(mark))
  return at < 0 ? [...rest, mark] : rest.toSpliced(at, 0, mark)
}

type Written = { text: string; places: { atom: Atom; at: number }[] }

/** A line written with the marks of its atoms: each opens before a word and closes behind one, none crosses another. */
function writeLine(line: Line, text: string, marksOf: (atom: Atom) => readonly Mark[]): Written {
  let out = ''
  let open: Mark[] = []
  let spaces: Atom[] = []
  const places: Written['places'] = []
  const put = (atom: Atom) => {
    places.push({ atom, at: out.length })
    out += text.slice(atom.from, atom.to)
  }
  const closeFor = (next: readonly Mark[]) => {
    const from = open.findIndex((mark) => !next.includes(mark))
    if (from < 0) return
    for (const mark of open.slice(from).reverse()) out += SIGNS[mark]
    open = open.slice(0, from)
  }
  for (const atom of line.atoms) {
    if (atom.kind === 'space') {
      spaces.push(atom)
      continue
    }
    const marks = marksOf(atom)
    closeFor(marks)
    spaces.forEach(put)
    spaces = []
    for (const mark of marks) {
      if (open.includes(mark)) continue
      out += SIGNS[mark]
      open.push(mark)
    }
    put(atom)
  }
  closeFor([])
  spaces.forEach(put)
  return { text: out, places }
}

/** Whether the phone will draw a written line as it was meant. */
function isAsMeant({ text, places }: Written, marksOf: (atom: Atom) => readonly Mark[], { from }: Line, all: string) {
  const prefix = all.slice(all.lastIndexOf('\n', from - 1) + 1, from)
  const [line] = linesAt({ text: prefix + text, start: prefix.length, end: prefix.length })
  const found = line?.atoms.filter((atom) => atom.kind !== 'space') ?? []
  const meant = places.filter(({ atom }) => atom.kind !== 'space')
  return (
    found.length === meant.length &&
    meant.every(({ atom, at }, i) => {
      const drawn = found[i]
      const marks = marksOf(atom)
      return (
        drawn?.from === prefix.length + at &&
        drawn.to - drawn.from === atom.to - atom.from &&
        drawn.marks.length === marks.length &&
        marks.every((mark) => has(drawn, mark))
      )
    })
  )
}

function markLine(line: Line, text: string, chosen: Set<Atom>, mark: Mark, isOn: boolean): Written | null {
  const attempts = [chosen, withNeighbours(line, chosen)].map((atoms) => {
    const marksOf = (atom: Atom) => (atoms.has(atom) ? marksWith(atom, mark, isOn) : atom.marks)
    const written = writeLine(line, text, marksOf)
    return { written, isGood: isAsMeant(written, marksOf, line, text) }
  })
  return (attempts.find(({ isGood }) => isGood) ?? (isOn ? null : attempts[0]))?.written ?? null
}

/** Where a place of the old line is in the new one: inside the marks that stand there. */
function placeIn(line: Line, { text, places }: Written, place: number, side: 'start' | 'end'): number {
  if (place < line.from) return place
  const found =
    side === 'start' ? places.find(({ atom }) => atom.to > place) : places.findLast(({ atom }) => atom.from < place)
  if (!found) return line.from + (side === 'start' ? text.length : 0)
  const { atom, at } = found
  return line.from + at + Math.min(Math.max(place - atom.from, 0), atom.to - atom.from)
}

/** A pair of marks with nothing between them yet, around the caret. */
const isInPair = ({ text, start, end }: Selected, mark: Mark, out = 0) =>
  start === end && start > out && text[start - 1 - out] === SIGNS[mark] && text[start + out] === SIGNS[mark]

function togglePair(selected: Selected, line: Line, mark: Mark): Selected {
  const { text } = selected
  const caret = Math.max(selected.start, line.from)
  const isIn = isInPair({ ...selected, start: caret, end: caret }, mark)
  const [from, to, pair, at] = isIn
    ? [caret - 1, caret + 1, '', caret - 1]
    : [caret, caret, SIGNS[mark].repeat(2), caret + 1]
  return { text: text.slice(0, from) + pair + text.slice(to), start: at, end: at }
}

const monosAt = (lines: Line[], { start, end }: Selected) =>
  lines
    .flatMap((line) => line.atoms)
    .filter((atom) => atom.kind === 'mono' && atom.from < Math.max(end, start + 1) && atom.to > start)

/** Takes the fences of mono blocks away. */
function openFences({ text, start, end }: Selected, monos: Atom[]): Selected {
  const cuts = monos.flatMap(({ from, to }) => [from, to - FENCE.length])
  const move = (place: number) =>
    place - cuts.reduce((sum, cut) => sum + Math.min(Math.max(place - cut, 0), FENCE.length), 0)
  const kept = cuts.reduceRight((rest, cut) => rest.slice(0, cut) + rest.slice(cut + FENCE.length), text)
  return { text: kept, start: move(start), end: move(end) }
}

function fence(selected: Selected): Selected {
  const { text, start, end } = selected
  const part = text.slice(start, end)
  const from = start + part.length - part.trimStart().length
  const to = end - (part.length - part.trimEnd().length)
  if (from >= to || part.includes('`')) return selected
  return {
    text: text.slice(0, from) + FENCE + text.slice(from, to) + FENCE + text.slice(to),
    start: from + FENCE.length,
    end: to + FENCE.length,
  }
}

const choose = (lines: Line[], selected: Selected, mark: Mark) =>
  lines.map((line) => ({ line, chosen: chosenIn(line, selected, mark) }))

/** Puts a mark around what is selected, or takes it off where all of it has it. Nothing to mark: nothing changes. */
export function toggleMark(selected: Selected, mark: Mark): Selected {
  const { text, start, end } = selected
  const lines = linesAt(selected)
  const monos = monosAt(lines, selected)
  if (monos.length && mark === 'code') return openFences(selected, monos)
  const picked = choose(lines, selected, mark)
  const atoms = picked.flatMap(({ chosen }) => [...chosen])
  const [line] = lines
  if (!atoms.length) return start === end && line && !monos.length ? togglePair(selected, line, mark) : selected

  const isOn = !atoms.every((atom) => has(atom, mark))
  if (isOn && mark === 'code' && picked.filter(({ chosen }) => chosen.size).length > 1) return fence(selected)

  let out = ''
  let behind = 0
  const moved = { start, end }
  for (const { line, chosen } of picked) {
    const written = chosen.size ? markLine(line, text, chosen, mark, isOn) : null
    if (!written) continue
    const shift = out.length - behind
    out += text.slice(behind, line.from) + written.text
    behind = line.to
    const isHere = (place: number) => place >= line.from && place <= line.to
    if (isHere(start)) {
      const side = start === end && [...chosen].some((atom) => atom.to === start) ? 'end' : 'start'
      moved.start = placeIn(line, written, start, side) + shift
    }
    if (isHere(end)) moved.end = placeIn(line, written, end, 'end') + shift
    else if (end > line.to) moved.end = end + out.length - behind
    if (start > line.to) moved.start = start + out.length - behind
  }
  if (start === end) moved.end = moved.start
  return { text: out + text.slice(behind), ...moved }
}

/** The marks that all of the selection has: for a caret, those that what is typed there will have. */
export function marksAt(selected: Selected): Mark[] {
  const lines = linesAt(selected)
  const isMono = monosAt(lines, selected).length > 0
  return MARKS.filter((mark) => {
    if (isMono) return mark === 'code'
    const atoms = choose(lines, selected, mark).flatMap(({ chosen }) => [...chosen])
    return atoms.length
      ? atoms.every((atom) => has(atom, mark))
      : [0, 1, 2, 3].some((out) => isInPair(selected, mark, out))
  })
}
