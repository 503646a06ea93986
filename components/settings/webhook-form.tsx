'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Controller } from 'react-hook-form'
import { SignInDialog } from '@/components/auth/sign-in-dialog'
import { TextField } from '@/components/auth/text-field'
import { useActionForm } from '@/components/auth/use-action-form'
import { useHydrated } from '@/components/auth/use-hydrated'
import { useProblemText } from '@/components/auth/use-problem-text'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { removeAppSecretAction, saveWebhookSettingsAction } from '@/lib/actions/webhooks'
import { type WebhookActivity, webhookFormSchema } from '@/lib/domain/webhook-form'
import type { WebhookSettingsView } from '@/lib/domain/webhook-settings'
import { ConfirmButton } from './confirm-button'
import { useSettingsAct } from './settings-act'
import { SwitchRow } from './switch-row'
import { WebhookReading } from './webhook-reading'

type WebhookFormProps = {
  settings: WebhookSettingsView | null
  suggestedUrl: string
  activity: WebhookActivity
  email: string
}

/** Before there is anything. */
const UNSET = { appSecret: null, appSecretUnreadable: false, publicUrl: null, readsList: true }

const masked = (lastFour: string) => `•••• ${lastFour}`.trim()

/** Where the provider finds us, what it signs with, and whether its list is read besides. */
export function WebhookForm({ settings, suggestedUrl, activity, email }: WebhookFormProps) {
  const t = useTranslations('webhooks')
  const say = useProblemText()
  const hydrated = useHydrated()
  const removal = useSettingsAct(email)
  const [saved, setSaved] = useState(false)
  const { appSecret, appSecretUnreadable, publicUrl, readsList } = settings ?? UNSET
  const form = useActionForm({
    schema: webhookFormSchema,
    action: saveWebhookSettingsAction,
    onDone: (_nothing, input) => {
      form.reset({ ...input, appSecret: '' })
      setSaved(true)
    },
  })
  const { errors } = form.formState
  const { failure } = form
  const reads = form.watch('readsList', readsList)

  return (
    <form
      method="post"
      noValidate
      onSubmit={(event) => {
        setSaved(false)
        return form.submit(event)
      }}
      className="grid gap-4"
    >
      <TextField
        id="public-url"
        label={t('publicUrl')}
        type="url"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        defaultValue={publicUrl ?? suggestedUrl}
        hint={publicUrl ? t('publicUrlHint') : t('publicUrlSuggested')}
        error={say.problem(errors.publicUrl?.message)}
        {...form.register('publicUrl')}
      />
      {appSecretUnreadable && (
        <Alert tone="warning" title={t('secretUnreadableTitle')}>
          {t('secretUnreadable')}
        </Alert>
      )}
      {appSecret?.from === 'environment' ? (
        <TextField
          id="app-secret"
          label={t('secret')}
          readOnly
          value={masked(appSecret.lastFour)}
          hint={t('secretFixed')}
        />
      ) : (
        <TextField
          id="app-secret"
          label={t('secret')}
          type="password"
          autoComplete="off"
          data-1p-ignore
          placeholder={appSecret ? masked(appSecret.lastFour) : undefined}
          hint={appSecret ? t('secretSaved') : t('secretHint')}
          error={say.problem(errors.appSecret?.message)}
          {...form.register('appSecret')}
        />
      )}
      <div className="grid gap-2">
        <Controller
          control={form.control}
          name="readsList"
          defaultValue={readsList}
          render={({ field }) => (
            <SwitchRow
              id="reads-list"
              label={t('readsList')}
              hint={t('readsListHint')}
              checked={field.value}
              onCheckedChange={field.onChange}
              onBlur={field.onBlur}
              ref={field.ref}
            />
          )}
        />
        {reads && readsList && <WebhookReading activity={activity} />}
      </div>
      {failure && failure.code !== 'signedOut' && (
        <Alert role="alert" tone="danger">
          {say.failure(failure)}
        </Alert>
      )}
      {removal.notice}
      <div>
        <div role="status">
          {saved && (
            <Alert tone="success" className="mb-4">
              {t('saved')}
            </Alert>
          )}
        </div>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" busy={form.busy} disabled={!hydrated}>
            {t('save')}
          </Button>
          {(appSecret?.from === 'settings' || appSecretUnreadable) && (
            <ConfirmButton
              label={t('removeSecret')}
              title={t('removeSecretTitle')}
              text={t('removeSecretText')}
              confirm={t('removeSecret')}
              cancel={t('cancel')}
              busy={removal.busy}
              onConfirm={() => removal.run(() => removeAppSecretAction({}))}
            />
          )}
        </div>
      </div>
      <SignInDialog
        open={failure?.code === 'signedOut'}
        onOpenChange={() => form.setFailure(null)}
        onSignedIn={() => form.setFailure(null)}
        email={email}
      />
    </form>
  )
}
