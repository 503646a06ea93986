'use client'

import { WandSparkles } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { Finding } from '@/lib/domain/list-finding'
import { isSafeFix } from '@/lib/domain/list-fix-all'
import { useEditor } from './editor'
import { useFixes } from './fixing'

/** Every repair that loses nothing, as one step; not there where there is none. */
export function FixAllButton({ findings, onFixed }: { findings: Finding[]; onFixed: () => void }) {
  const t = useTranslations('fixes')
  const editor = useEditor()
  const { fixAll } = useFixes()
  const draft = editor.read()
  if (!findings.some((finding) => isSafeFix(draft, finding))) return null
  return (
    <div className="grid gap-1 border-b px-2.5 pt-1.5 pb-2.5">
      <Button
        size="sm"
        className="justify-self-start"
        aria-describedby="fix-all-hint"
        onClick={() => {
          fixAll()
          onFixed()
        }}
      >
        <WandSparkles aria-hidden />
        {t('all')}
      </Button>
      <p id="fix-all-hint" className="text-[0.8rem] text-muted">
        {t('allHint')}
      </p>
    </div>
  )
}
