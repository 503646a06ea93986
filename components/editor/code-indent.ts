import { RangeSetBuilder } from '@codemirror/state'
import { Decoration, type DecorationSet, type EditorView, ViewPlugin } from '@codemirror/view'

/** A narrow screen needs its room for words. */
const MOST = 16

const depths = Array.from({ length: MOST + 1 }, (_, depth) =>
  Decoration.line({ attributes: { style: `--depth: ${depth}ch` } }),
)

function decorate({ state, visibleRanges }: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  for (const { from, to } of visibleRanges) {
    for (let at = from; at <= to; ) {
      const line = state.doc.lineAt(at)
      const depth = depths[Math.min(MOST, /^ */.exec(line.text)?.[0].length ?? 0)]
      if (depth) builder.add(line.from, line.from, depth)
      at = line.to + 1
    }
  }
  return builder.finish()
}

/** A line that goes on below goes on under its own words, not at the edge. The theme draws it by `--depth`. */
export const codeIndent = ViewPlugin.define(
  (view) => ({
    lines: decorate(view),
    update({ view: now, docChanged, viewportChanged }) {
      if (docChanged || viewportChanged) this.lines = decorate(now)
    },
  }),
  { decorations: ({ lines }) => lines },
)
