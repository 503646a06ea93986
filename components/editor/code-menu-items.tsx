'use client'

import { Braces, Download, Terminal } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { copyText } from '@/components/ui/copy-text'
import { MenuItem } from '@/components/ui/menu'
import { toast } from '@/components/ui/toast'
import type { TemplateView } from '@/lib/domain/list-template'
import { useEditor } from './editor'

const load = () => import('./code-export')

/** The code's ways out, in the editor's menu. */
export function CodeMenuItems({ template }: { template: TemplateView | null }) {
  const t = useTranslations('code')
  const editor = useEditor()
  useEffect(() => void load().then(({ askBaseUrl }) => askBaseUrl()), [])

  const copy = async (what: 'json' | 'curl') => {
    const { toCode, toCodeCurl } = await load()
    await copyText(what === 'json' ? toCode(editor.read()) : toCodeCurl(editor.read()))
    toast(t(`done.${what}`))
  }
  const download = async () => {
    const { downloadCode } = await load()
    toast(t('done.file', { name: downloadCode(editor.read(), template?.name ?? t('fileName')) }))
  }
  return (
    <>
      <MenuItem onSelect={() => void copy('json')}>
        <Braces aria-hidden />
        {t('menu.json')}
      </MenuItem>
      <MenuItem onSelect={() => void copy('curl')}>
        <Terminal aria-hidden />
        {t('menu.curl')}
      </MenuItem>
      <MenuItem onSelect={() => void download()}>
        <Download aria-hidden />
        {t('menu.file')}
      </MenuItem>
    </>
  )
}
