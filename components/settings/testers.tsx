'use client'

import { Pencil, Plus, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { SignInDialog } from '@/components/auth/sign-in-dialog'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { removeTesterAction } from '@/lib/actions/testers'
import { formatPhone } from '@/lib/domain/phone-format'
import type { TesterView } from '@/lib/domain/tester'
import { TesterForm } from './tester-form'

/** Who gets tests: added, changed and removed in their place. */
export function Testers({ testers, email }: { testers: TesterView[]; email: string }) {
  const t = useTranslations('settings.testers')
  /** 'new', or the id of whom is being changed. */
  const [open, setOpen] = useState<string | null>(null)
  const [removing, setRemoving] = useState<string | null>(null)
  const [failure, setFailure] = useState<'signedOut' | 'other' | null>(null)
  const [said, setSaid] = useState('')
  const add = useRef<HTMLButtonElement>(null)
  const goesBack = useRef(false)

  // What had the focus is gone: one goes on from where people are added.
  useEffect(() => {
    if (goesBack.current && open === null && removing === null) {
      goesBack.current = false
      add.current?.focus()
    }
  }, [open, removing])

  const close = () => {
    goesBack.current = true
    setOpen(null)
  }
  const remove = async ({ id, name }: TesterView) => {
    setRemoving(id)
    setFailure(null)
    const result = await removeTesterAction({ id }).catch(() => null)
    goesBack.current = result?.ok ?? false
    setRemoving(null)
    if (result?.ok) setSaid(t('removed', { name }))
    else setFailure(result?.error.code === 'signedOut' ? 'signedOut' : 'other')
  }
  const form = (tester: TesterView | null) => (
    <TesterForm tester={tester} onSaved={close} onCancel={close} onSignedOut={() => setFailure('signedOut')} />
  )

  return (
    <div className="grid gap-4">
      {testers.length > 0 && (
        <ul aria-label={t('list')} className="divide-y rounded-xl border">
          {testers.map((tester) => (
            <li key={tester.id} className="px-3.5 py-2">
              {open === tester.id ? (
                form(tester)
              ) : (
                <div className="flex min-h-9 items-center gap-2">
                  <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3">
                    <span className="font-medium [overflow-wrap:anywhere]">{tester.name}</span>
                    <span className="text-muted tabular-nums">{formatPhone(tester.phone)}</span>
                  </span>
                  <IconButton
                    label={t('change', { name: tester.name })}
                    icon={<Pencil aria-hidden />}
                    variant="quiet"
                    size="icon-sm"
                    onClick={() => setOpen(tester.id)}
                  />
                  <IconButton
                    label={t('remove', { name: tester.name })}
                    icon={<Trash2 aria-hidden />}
                    variant="quiet"
                    size="icon-sm"
                    busy={removing === tester.id}
                    onClick={() => void remove(tester)}
                  />
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {testers.length === 0 && open === null && <p className="text-muted">{t('none')}</p>}
      {open === 'new' ? (
        form(null)
      ) : (
        <Button ref={add} className="justify-self-start" onClick={() => setOpen('new')}>
          <Plus aria-hidden />
          {t('add')}
        </Button>
      )}
      {failure === 'other' && (
        <Alert role="alert" tone="danger">
          {t('failed')}
        </Alert>
      )}
      <p role="status" className="sr-only">
        {said}
      </p>
      <SignInDialog
        open={failure === 'signedOut'}
        onOpenChange={() => setFailure(null)}
        onSignedIn={() => setFailure(null)}
        email={email}
      />
    </div>
  )
}
