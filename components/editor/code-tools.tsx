'use client'

import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import type { TemplateView } from '@/lib/domain/list-template'
import type { Cell } from './cell'
import { askBaseUrl, downloadCode, toCode, toCodeCurl } from './code-export'
import { useEditor } from './editor'

/** What is done with the code as a whole: it leaves as the draft says it, so never broken. */
export function CodeTools({ saved }: { saved: Cell<TemplateView | null> }) {
  const t = useTranslations('code')
  const editor = useEditor()
  useEffect(() => void askBaseUrl(), [])
  const download = () => {
    const name = downloadCode(editor.read(), saved.get()?.name ?? t('fileName'))
    editor.say(t('done.file', { name }))
  }
  return (
    <div className="@container border-b px-3 py-2">
      <div className="flex flex-wrap items-center justify-end gap-2">
        <p className="mr-auto text-[0.8667rem] text-muted @max-[37rem]:hidden">{t('request')}</p>
        <CopyButton text={() => toCode(editor.read())} label={t('copyJson')} copiedLabel={t('copied')} />
        <CopyButton text={() => toCodeCurl(editor.read())} label={t('copyCurl')} copiedLabel={t('copied')} />
        <Button size="sm" onClick={download}>
          <Download aria-hidden />
          <span className="@max-[23rem]:sr-only">{t('download')}</span>
        </Button>
      </div>
    </div>
  )
}
