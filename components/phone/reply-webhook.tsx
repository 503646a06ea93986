'use client'

import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { memo, useMemo } from 'react'
import { CopyButton } from '@/components/ui/copy-button'
import { toListReplyWebhook, webhookPieces } from '@/lib/domain/list-reply-webhook'

type ReplyWebhookProps = { id: string; title: string; description: string }

/** What the choice will make the provider send to the business's own webhook. */
export const ReplyWebhook = memo(function ReplyWebhook({ id, title, description }: ReplyWebhookProps) {
  const t = useTranslations('phone.webhook')
  const { json, pieces } = useMemo(() => {
    const places = {
      businessPhone: t('businessPhone'),
      listId: t('listId'),
      customerPhone: t('customerPhone'),
      replyId: t('replyId'),
      timestamp: t('timestamp'),
      rowId: t('rowId'),
    }
    const text = JSON.stringify(toListReplyWebhook({ id, title, description }, places), null, 2)
    return { json: text, pieces: webhookPieces(text, places) }
  }, [t, id, title, description])

  return (
    <details data-webhook className="group w-full max-w-[34rem] min-w-0 rounded-lg border bg-surface">
      <summary className="flex min-h-9 cursor-pointer list-none items-center gap-2 rounded-lg px-3 text-[0.8667rem] font-medium hover:bg-hover [&::-webkit-details-marker]:hidden">
        <ChevronRight className="size-4 shrink-0 text-muted transition-transform group-open:rotate-90" aria-hidden />
        {t('title')}
      </summary>
      <div className="grid gap-2 border-t px-3 py-2.5">
        {/* biome-ignore lint/a11y/useSemanticElements: what scrolls must be reachable by keyboard, and is no fieldset */}
        <div
          role="group"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: as above
          tabIndex={0}
          aria-label={t('json')}
          className="max-h-60 overflow-auto rounded-md bg-sunken px-2.5 py-2 font-mono text-[0.75rem] leading-relaxed"
        >
          <pre className="whitespace-pre-wrap [overflow-wrap:anywhere]">
            <code>
              {pieces.map(({ text, isPlace }, p) =>
                isPlace ? (
                  <em key={p} className="text-accent">
                    {text}
                  </em>
                ) : (
                  text
                ),
              )}
            </code>
          </pre>
        </div>
        <div className="flex items-center justify-between gap-3">
          <p className="text-[0.8rem] text-muted">{t('places')}</p>
          <CopyButton text={json} label={t('copy')} copiedLabel={t('copied')} />
        </div>
      </div>
    </details>
  )
})
