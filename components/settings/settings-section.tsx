import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'

type SettingsSectionProps = { id: string; title: ReactNode; text: ReactNode; children: ReactNode }

export function SettingsSection({ id, title, text, children }: SettingsSectionProps) {
  return (
    <Card id={id} aria-labelledby={`${id}-title`} className="grid scroll-mt-6 gap-5 p-5 md:p-6">
      <div className="grid gap-1">
        <h2 id={`${id}-title`} className="text-base font-semibold">
          {title}
        </h2>
        <p className="text-muted">{text}</p>
      </div>
      {children}
    </Card>
  )
}
