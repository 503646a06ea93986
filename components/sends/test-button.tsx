'use client'

import { TestTubeDiagonal } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button, type ButtonProps } from '@/components/ui/button'
import type { TestedList } from './test-dialog'

const TestDialog = dynamic(() => import('./test-dialog').then((module) => module.TestDialog), { ssr: false })

type TestButtonProps = TestedList & Pick<ButtonProps, 'size' | 'variant' | 'className'>

/** "Enviar teste": this very list, to those who get tests. Stands within Queries. */
export function TestButton({ draft, values, templateId, ...look }: TestButtonProps) {
  const t = useTranslations('send.test')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)} {...look}>
        <TestTubeDiagonal aria-hidden />
        {t('button')}
      </Button>
      {open && <TestDialog draft={draft} values={values} templateId={templateId} onClose={() => setOpen(false)} />}
    </>
  )
}
