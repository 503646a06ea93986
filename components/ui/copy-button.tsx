'use client'

import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from './button'
import { copyText } from './copy-text'

type CopyButtonProps = {
  /** A function where it is much work to make, or changes all the time: it is called when pressed. */
  text: string | (() => string)
  label: string
  copiedLabel: string
}

/** Copies a text and says so in its own label, for eyes and readers alike. */
export function CopyButton({ text, label, copiedLabel }: CopyButtonProps) {
  const [copied, setCopied] = useState(false)

  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 2000)
    return () => clearTimeout(timer)
  }, [copied])

  const copy = async () => {
    await copyText(typeof text === 'string' ? text : text())
    setCopied(true)
  }

  return (
    <Button size="sm" onClick={copy}>
      {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
      <span aria-live="polite">{copied ? copiedLabel : label}</span>
    </Button>
  )
}
