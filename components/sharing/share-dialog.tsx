'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { useProblemText } from '@/components/auth/use-problem-text'
import { LazySignInDialog } from '@/components/sends/lazy-sign-in-dialog'
import { mayRetry, readJson } from '@/components/sends/read-json'
import { Queries } from '@/components/shell/queries'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { Segmented } from '@/components/ui/segmented'
import { createShareLinkAction, revokeShareLinkAction } from '@/lib/actions/share-links'
import type { ListDraft } from '@/lib/domain/list-draft'
import { SHARE_DAYS, type ShareDays, type ShareLinkView, USUAL_SHARE_DAYS } from '@/lib/domain/share-link'
import { NewLink } from './new-link'
import { ShareLinkList } from './share-link-list'

type ShareDialogProps = {
  draft: ListDraft
  template: { id: string; name: string } | null
  onClose: () => void
}

type Failure = { code: string; again: () => void }

/** "Compartilhar para aprovação": makes links that show this message, and ends them. */
export const ShareDialog = (props: ShareDialogProps) => (
  <Queries>
    <LinksDialog {...props} />
  </Queries>
)

function LinksDialog({ draft, template, onClose }: ShareDialogProps) {
  const t = useTranslations('share')
  const { failure: words } = useProblemText()
  const client = useQueryClient()
  const [days, setDays] = useState<ShareDays>(USUAL_SHARE_DAYS)
  const [made, setMade] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [said, setSaid] = useState('')
  const create = useRef<HTMLButtonElement>(null)

  const key = ['shareLinks', template?.id ?? null]
  const links = useQuery({
    queryKey: key,
    queryFn: ({ signal }) =>
      readJson<{ links: ShareLinkView[] }>(`/api/share-links${template ? `?template=${template.id}` : ''}`, signal),
    retry: mayRetry,
  })
  const reread = () => client.invalidateQueries({ queryKey: key })

  const makeLink = async () => {
    setBusy(true)
    setFailure(null)
    setMade(null)
    const result = await createShareLinkAction({ draft, templateId: template?.id ?? null, days }).catch(() => null)
    setBusy(false)
    if (!result?.ok) return setFailure({ code: result?.error.code ?? 'unreachable', again: makeLink })
    setMade((result.data.appUrl ?? window.location.origin) + result.data.path)
    void reread()
  }

  const revoke = async (id: string) => {
    setFailure(null)
    const result = await revokeShareLinkAction({ id }).catch(() => null)
    if (!result?.ok) return setFailure({ code: result?.error.code ?? 'unreachable', again: () => revoke(id) })
    setSaid(t('revokedSaid'))
    await reread()
  }

  const isSignedOut = failure?.code === 'signedOut'
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={t('title')}
        description={t('text')}
        closeLabel={t('close')}
        onOpenAutoFocus={(event) => {
          event.preventDefault()
          create.current?.focus()
        }}
      >
        <div className="grid gap-5">
          {failure && !isSignedOut && (
            <Alert
              role="alert"
              tone="danger"
              action={
                <Button size="sm" onClick={failure.again}>
                  {t('again')}
                </Button>
              }
            >
              {failure.code === 'gone' ? t('gone') : words({ code: failure.code })}
            </Alert>
          )}
          <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-3">
            <div className="grid gap-1.5">
              <span className="text-[0.8667rem] font-medium">{t('validity')}</span>
              <Segmented
                label={t('validity')}
                value={String(days)}
                options={SHARE_DAYS.map((count) => ({ value: String(count), label: t('days', { count }) }))}
                onChange={(value) => setDays(SHARE_DAYS.find((count) => String(count) === value) ?? USUAL_SHARE_DAYS)}
              />
            </div>
            <Button ref={create} variant="primary" busy={busy} onClick={makeLink} className="max-sm:w-full">
              {t('create')}
            </Button>
          </div>
          {made && <NewLink address={made} />}
          <ShareLinkList
            title={t(template ? 'ofTemplate' : 'ofUnsaved')}
            links={links.data?.links}
            isUnread={links.isError}
            onReread={() => void links.refetch()}
            onRevoke={revoke}
          />
          <p aria-live="polite" className="sr-only">
            {said}
          </p>
        </div>
        <LazySignInDialog
          open={isSignedOut}
          onOpenChange={(open) => !open && setFailure(null)}
          onSignedIn={() => {
            failure?.again()
            void links.refetch()
          }}
        />
      </DialogContent>
    </Dialog>
  )
}
