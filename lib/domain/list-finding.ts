export type Severity = 'blocks' | 'warns'

/**
 * Every rule by its id. What blocks is what listMessageSchema refuses, and that is what Meta refuses, and a variable that
 * cannot be filled; what warns is disputed, or only looks wrong on the phone, and never stands in the way of sending.
 */
export const RULES = {
  required: 'blocks',
  tooLong: 'blocks',
  sectionTitleRequired: 'blocks',
  duplicateRowId: 'blocks',
  tooManyRows: 'blocks',
  tooManySections: 'blocks',
  noSections: 'blocks',
  noRows: 'blocks',
  invalid: 'blocks',
  unknownVariable: 'blocks',
  unclosedVariable: 'blocks',
  emptyVariable: 'blocks',
  variableInId: 'blocks',
  edgeSpaces: 'warns',
  onlySpaces: 'warns',
  lineBreak: 'warns',
  marks: 'warns',
  link: 'warns',
  emoji: 'warns',
  equalTitles: 'warns',
  lookAlike: 'warns',
  worstCaseTooLong: 'warns',
  buttonsMaySuit: 'warns',
} as const satisfies Record<string, Severity>

export type RuleId = keyof typeof RULES
type RuleOf<S extends Severity> = { [Id in RuleId]: (typeof RULES)[Id] extends S ? Id : never }[RuleId]
export type ProblemCode = RuleOf<'blocks'>
export type WarningCode = RuleOf<'warns'>

export type FixId =
  /** Spaces at the ends go. */
  | 'trim'
  /** An optional text of spaces alone goes. */
  | 'clear'
  /** Line breaks become spaces. */
  | 'joinLines'
  /** Characters that can be neither stored nor shown go. */
  | 'dropBroken'
  /** The text stays, its formatting marks go. */
  | 'dropMarks'
  /** What is over the limit goes, at a word where there is one. */
  | 'cut'
  /** What is over a row title's limit goes to the head of its description. */
  | 'moveOverflow'
  /** A missing ID is made from the title. */
  | 'makeId'
  /** A repeated ID gets a number. */
  | 'makeIdUnique'
  /** A repeated row title gets a number. */
  | 'numberTitle'
  /** A section gets a title of our own words. */
  | 'nameSection'
  /** Sections become one: all of them, or those from the last allowed one on. */
  | 'mergeSections'
  /** A variable that is none becomes the one that was meant. */
  | 'swapVariable'
  /** A variable gets the braces that it lacks. */
  | 'closeVariable'
  /** What stands for no variable goes; of an ID, every variable. */
  | 'dropVariable'
  /** A row without any text goes. */
  | 'dropRow'
  /** A section without any row that says something goes. */
  | 'dropSection'

type FindingOf<Code extends RuleId, S extends Severity> = {
  code: Code
  severity: S
  path: (string | number)[]
  params: Record<string, string | number>
  fix?: FixId
}

/** What keeps a message from being sent. */
export type Problem = FindingOf<ProblemCode, 'blocks'>

/** What a person should look at before sending. */
export type Warning = FindingOf<WarningCode, 'warns'>

/**
 * What a rule has to say of a draft. `code` is the rule's id and names its sentence; `path` leads to the field in a
 * ListMessage and in a ListDraft alike (`['sections', 0, 'rows', 2, 'title']`); `params` fill the sentence; `fix` is
 * what applyFix would do about it, where something can be done.
 */
export type Finding = Problem | Warning
