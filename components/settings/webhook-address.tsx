'use client'

import { Eye, EyeOff, RefreshCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Field, fieldControl } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { renewWebhookKeyAction } from '@/lib/actions/webhooks'
import { isPostable, type WebhookKey } from '@/lib/domain/webhook-form'
import { ConfirmButton } from './confirm-button'
import { useSettingsAct } from './settings-act'

type WebhookAddressProps = { url: string; verifyToken: string; email: string }

/** The two texts that the provider's panel asks for. */
export function WebhookAddress({ url, verifyToken, email }: WebhookAddressProps) {
  const t = useTranslations('webhooks.paste')
  const [shown, setShown] = useState(false)
  const [renewed, setRenewed] = useState<WebhookKey | null>(null)
  const act = useSettingsAct(email)
  const renew = async (key: WebhookKey) => {
    setRenewed(null)
    if (await act.run(() => renewWebhookKeyAction({ key }))) setRenewed(key)
  }
  const line = (id: string) => ({ ...fieldControl(id, {}), readOnly: true, spellCheck: false, className: 'font-mono' })
  const copy = (text: string, label: string) => <CopyButton text={text} label={label} copiedLabel={t('copied')} />

  return (
    <div className="grid gap-4">
      <Field id="webhook-url" label={t('url')} warning={isPostable(url) ? undefined : t('notHttps')}>
        <Input {...line('webhook-url')} value={url} onFocus={(event) => event.target.select()} />
        <div className="flex flex-wrap gap-2">
          {copy(url, t('copyUrl'))}
          <ConfirmButton
            size="sm"
            icon={<RefreshCw aria-hidden />}
            label={t('renewUrl')}
            title={t('renewUrlTitle')}
            text={t('renewUrlText')}
            confirm={t('renewUrl')}
            cancel={t('cancel')}
            busy={act.busy}
            onConfirm={() => renew('pathSecret')}
          />
        </div>
      </Field>
      <Field id="verify-token" label={t('token')}>
        <Input {...line('verify-token')} type={shown ? 'text' : 'password'} autoComplete="off" value={verifyToken} />
        <div className="flex flex-wrap gap-2">
          {copy(verifyToken, t('copyToken'))}
          <Button size="sm" onClick={() => setShown(!shown)}>
            {shown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
            {shown ? t('hide') : t('show')}
          </Button>
          <ConfirmButton
            size="sm"
            icon={<RefreshCw aria-hidden />}
            label={t('renewToken')}
            title={t('renewTokenTitle')}
            text={t('renewTokenText')}
            confirm={t('renewToken')}
            cancel={t('cancel')}
            tone="primary"
            busy={act.busy}
            onConfirm={() => renew('verifyToken')}
          />
        </div>
      </Field>
      <p role="status" className="text-[0.8667rem] text-success empty:hidden">
        {renewed && t(`renewed.${renewed}`)}
      </p>
      {act.notice}
    </div>
  )
}
