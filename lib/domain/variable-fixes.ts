import { fieldAt, withText } from './draft-field'
import type { ListDraft } from './list-draft'
import type { Finding } from './list-finding'
import { mended, VARIABLE_RULES } from './variable-rules'
import { readVariables, type Variable } from './variables'

type Path = Finding['path']

/** The broken variable that a finding tells of, where it still stands there. */
function findBroken(text: string, { code, params }: Finding): Variable | null {
  const found = readVariables(text).find(({ start, problem }) => start === params.at && problem !== null)
  return found?.problem && VARIABLE_RULES[found.problem] === code ? found : null
}

/** The draft with another text in the place of one broken variable. */
function replaceBroken(draft: ListDraft, path: Path, finding: Finding, by: (broken: Variable) => string | null) {
  const text = fieldAt(draft, path)?.text ?? ''
  const broken = findBroken(text, finding)
  const put = broken && by(broken)
  return broken && put !== null
    ? withText(draft, path, text.slice(0, broken.start) + put + text.slice(broken.end))
    : draft
}

/** The draft with the variable that a finding tells of made into the one that it guesses. */
export const mendVariable = (draft: ListDraft, path: Path, finding: Finding): ListDraft =>
  replaceBroken(draft, path, finding, mended)

/** The draft without what stands for no variable; from an ID every variable goes. */
export function dropVariable(draft: ListDraft, path: Path, finding: Finding): ListDraft {
  if (finding.code !== 'variableInId') return replaceBroken(draft, path, finding, () => '')
  let id = fieldAt(draft, path)?.text ?? ''
  // What is left may come together as another one: "{{{a}}{b}}".
  for (let found = readVariables(id); found.length > 0; found = readVariables(id)) {
    for (const { start, end } of found.reverse()) id = id.slice(0, start) + id.slice(end)
  }
  return withText(draft, path, id.trim())
}
