import type { ReactNode } from 'react'

type SettingsPartProps = { id: string; title: ReactNode; text?: ReactNode; children: ReactNode }

/** A step within a section, with a heading of its own. */
export function SettingsPart({ id, title, text, children }: SettingsPartProps) {
  return (
    <section aria-labelledby={id} className="grid gap-4 border-t pt-5">
      <div className="grid gap-1">
        <h3 id={id} className="font-medium">
          {title}
        </h3>
        {text && <p className="text-muted">{text}</p>}
      </div>
      {children}
    </section>
  )
}
