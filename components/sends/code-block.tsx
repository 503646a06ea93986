import type { ReactNode } from 'react'

// What scrolls must be reachable by keyboard, and then it needs a name.
const reachable = (label: string) => ({ tabIndex: 0, role: 'group', 'aria-label': label })

/** A text for machines: it scrolls within itself. */
export function CodeBlock({ label, text, action }: { label: string; text: string; action?: ReactNode }) {
  return (
    <div className="relative min-w-0 rounded-lg border bg-sunken">
      <div
        {...reachable(label)}
        className="max-h-72 overflow-auto rounded-lg px-3 py-2.5 font-mono text-[0.8rem] leading-relaxed"
      >
        {/* Keeps the first lines clear of the button that lies over the corner. */}
        {action && <span className="float-right h-8 w-32" />}
        <pre className="whitespace-pre-wrap [overflow-wrap:anywhere]">
          <code>{text}</code>
        </pre>
      </div>
      {action && <div className="absolute top-1.5 right-1.5">{action}</div>}
    </div>
  )
}
