import type { ReactNode } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import type { ImportError, Imported, NotCarried } from '@/lib/domain/import-list'
import { countRows, findProblems } from '@/lib/domain/list-problems'
import { useImportWords } from './import-words'

/** What was recognised, how much of it there is, and what stays behind. */
export function ImportSuccess({ imported }: { imported: Imported & { ok: true } }) {
  const { t, recognised } = useImportWords()
  const { draft, notCarried, idsMade } = imported
  const problems = findProblems(draft).length
  return (
    <div className="grid gap-3">
      <Alert tone="success" title={recognised(imported)}>
        <p>
          {t('summary', { sections: draft.sections.length, rows: countRows(draft) })} ·{' '}
          {problems ? t('problems', { count: problems }) : t('ready')}
        </p>
        {idsMade > 0 && <p>{t('idsMade', { count: idsMade })}</p>}
      </Alert>
      {notCarried.length > 0 && (
        <section aria-labelledby="import-lost" className="grid gap-1.5 px-1">
          <h3 id="import-lost" className="text-[0.9333rem] font-medium">
            {t('notCarried')}
          </h3>
          <ul className="grid gap-1.5 text-[0.9333rem]">
            {notCarried.map((part) => (
              <LostPart key={`${part.code} ${part.place}`} part={part} />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function LostPart({ part }: { part: NotCarried }) {
  const { t, lost } = useImportWords()
  const { code, place, line, count, detail } = part
  return (
    <li className="grid gap-0.5 border-l-2 border-line-strong/40 pl-3">
      <span>{lost(part)}</span>
      <span className="flex flex-wrap gap-x-2 text-[0.8667rem] text-muted">
        <span>{t('line', { line })}</span>
        {place && <Code>{place}</Code>}
        {detail && code !== 'wrongType' && <span className="[overflow-wrap:anywhere]">“{detail}”</span>}
        {count > 1 && <span>{t('alike', { count: count - 1 })}</span>}
      </span>
    </li>
  )
}

const Code = ({ children }: { children: ReactNode }) => (
  <code className="font-mono text-[0.8rem] [overflow-wrap:anywhere]">{children}</code>
)

/** Line, place and what was expected, with the lines themselves; the text stays as it is. */
export function ImportFailure({ error, text, onShow }: { error: ImportError; text: string; onShow: () => void }) {
  const { t, error: say } = useImportWords()
  const { code, line, column, place, found } = error
  const isPlaced = code === 'json' || code === 'curlQuote' || code === 'curlFile'
  return (
    <Alert
      tone="danger"
      title={isPlaced ? t('at', { line, column }) : undefined}
      action={
        isPlaced && (
          <Button size="sm" onClick={onShow}>
            {t('show')}
          </Button>
        )
      }
    >
      <p>{say(error)}</p>
      {code === 'json' && (
        <>
          <p>
            {found ? (
              <>
                {t('found')}: <Code>{found}</Code>
              </>
            ) : (
              t('foundEnd')
            )}
          </p>
          {place && (
            <p>
              {t('inPlace')}: <Code>{place}</Code>
            </p>
          )}
        </>
      )}
      {isPlaced && <Excerpt text={text} line={line} column={column} />}
    </Alert>
  )
}

const BEFORE = 40
const AFTER = 30

/** The line before and the line itself around the column, with a mark under it. */
function Excerpt({ text, line, column }: { text: string; line: number; column: number }) {
  const lines = text.split(/\r\n|\r|\n/)
  const from = Math.max(0, column - 1 - BEFORE)
  const digits = String(line).length
  const show = (number: number) =>
    `${String(number).padStart(digits)} │ ${(lines[number - 1] ?? '').slice(from, column + AFTER)}`
  return (
    <pre
      aria-hidden
      className="mt-1.5 overflow-x-auto rounded-lg bg-surface px-3 py-2 font-mono text-[0.8rem] leading-relaxed"
    >
      {line > 1 && `${show(line - 1)}\n`}
      {`${show(line)}\n${' '.repeat(digits)} │ ${' '.repeat(column - 1 - from)}^`}
    </pre>
  )
}
