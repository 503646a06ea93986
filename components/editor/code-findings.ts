import type { Diagnostic } from '@codemirror/lint'
import type { EditorState } from '@codemirror/state'
import type { CodeRead } from '@/lib/domain/list-code'
import type { Finding } from '@/lib/domain/list-finding'
import { brokenRange, propertyRange, valueRange } from './code-places'
import type { CodeWords } from './code-words'
import { isTold } from './problem-map'

type CodeFindings = {
  read: CodeRead
  /** What the rules say of the draft that was read. */
  findings: Finding[]
  /** Whether what is not done yet is told as loudly as what was done wrong. */
  showsAll: boolean
  words: CodeWords
  onFix: (finding: Finding) => void
}

/** Everything that there is to say of the code, at its places: why it cannot be read, what is not sent, and the rules. */
export function toDiagnostics(
  state: EditorState,
  { read, findings, showsAll, words, onFix }: CodeFindings,
): Diagnostic[] {
  if (!read.ok) {
    const { fault } = read
    const range = fault.code === 'json' ? brokenRange(state, fault.at, fault.found.length) : valueRange(state, fault.at)
    return [{ ...range, severity: 'error', message: words.fault(fault) }]
  }
  const ignored = read.ignored.map(
    (one): Diagnostic => ({ ...propertyRange(state, one.at), severity: 'warning', message: words.ignored(one) }),
  )
  const told = findings.map((finding): Diagnostic => {
    const isLoud = showsAll || isTold(finding)
    const action = finding.fix && { name: words.fix(finding), apply: () => onFix(finding) }
    return {
      ...valueRange(state, read.placeOf(finding.path)),
      severity: finding.severity === 'warns' ? 'warning' : isLoud ? 'error' : 'info',
      message: words.finding(finding),
      ...(action && { actions: [action] }),
    }
  })
  return [...ignored, ...told].sort((a, b) => a.from - b.from)
}
