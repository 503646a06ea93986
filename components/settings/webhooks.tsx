'use client'

import { useTranslations } from 'next-intl'
import { toWebhookUrl, type WebhookActivity } from '@/lib/domain/webhook-form'
import type { WebhookSettingsView } from '@/lib/domain/webhook-settings'
import { SettingsPart } from './settings-part'
import { WebhookAddress } from './webhook-address'
import { WebhookDeliveries } from './webhook-deliveries'
import { WebhookForm } from './webhook-form'
import { WebhookRegistration } from './webhook-registration'
import { WebhookTrialButton } from './webhook-trial'

type WebhooksProps = {
  /** Null until something needed an address: saving makes one. */
  settings: WebhookSettingsView | null
  /** Where this page was opened, or what the server was told: taken until somebody saves another address. */
  suggestedUrl: string
  /** Whether the server was told of `suggestedUrl`, so that it counts as saved. */
  isSuggestionFixed: boolean
  activity: WebhookActivity
  hasToken: boolean
  email: string
}

/** How what becomes of a message gets here: where to, by whom, and what has come. */
export function Webhooks(props: WebhooksProps) {
  const { settings, suggestedUrl, isSuggestionFixed, activity, hasToken, email } = props
  const t = useTranslations('webhooks')
  const form = <WebhookForm settings={settings} suggestedUrl={suggestedUrl} activity={activity} email={email} />
  if (!settings) return form
  const url = toWebhookUrl(settings.publicUrl ?? suggestedUrl, settings.pathSecret)
  return (
    <>
      {form}
      <SettingsPart id="webhook-paste" title={t('paste.title')} text={t('paste.text')}>
        <WebhookAddress url={url} verifyToken={settings.verifyToken} email={email} />
      </SettingsPart>
      <SettingsPart id="webhook-register" title={t('register.title')} text={t('register.text')}>
        <WebhookRegistration
          settings={settings}
          url={url}
          blocked={!hasToken ? 'noToken' : settings.publicUrl || isSuggestionFixed ? null : 'noAddress'}
          email={email}
        />
      </SettingsPart>
      <SettingsPart id="webhook-try" title={t('try.title')} text={t('try.text')}>
        <WebhookTrialButton email={email} />
      </SettingsPart>
      <SettingsPart id="webhook-deliveries" title={t('deliveries.title')} text={t('deliveries.text')}>
        <WebhookDeliveries activity={activity} />
      </SettingsPart>
    </>
  )
}
