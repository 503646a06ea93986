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
import { saveConnectionAction, tryConnectionAction } from '@/lib/actions/connection'
import { type ConnectionView, connectionSchema } from '@/lib/domain/gateway'
import { type ConnectionOutcome, ConnectionOutcomeAlert } from './connection-outcome'
import { RemoveToken } from './remove-token'
import { SwitchRow } from './switch-row'

const masked = (lastFour: string) => `•••• ${lastFour}`.trim()

export function ConnectionForm({ connection, email }: { connection: ConnectionView; email: string }) {
  const t = useTranslations('settings')
  const say = useProblemText()
  const hydrated = useHydrated()
  const [outcome, setOutcome] = useState<ConnectionOutcome | 'saved' | null>(null)
  const [trying, setTrying] = useState(false)
  const { baseUrl, token, tokenUnreadable, includeRecipientType } = connection
  const tokenFixed = token?.from === 'environment'
  const urlFixed = connection.baseUrlFrom === 'environment'

  const form = useActionForm({
    schema: connectionSchema,
    action: saveConnectionAction,
    onDone: (_nothing, input) => {
      form.reset({ ...input, token: '' })
      setOutcome('saved')
    },
  })
  const { errors } = form.formState

  const startOver = () => {
    setOutcome(null)
    form.setFailure(null)
    form.clearErrors()
  }

  const tryIt = async () => {
    startOver()
    if (!(await form.trigger(undefined, { shouldFocus: true }))) return
    setTrying(true)
    const result = await tryConnectionAction(form.getValues()).catch(() => null)
    setTrying(false)
    if (!result) form.setFailure({ code: 'unreachable' })
    else if (result.ok) setOutcome(result.data)
    else if (result.error.fieldErrors?.token)
      form.setError('token', { message: result.error.fieldErrors.token }, { shouldFocus: true })
    else form.setFailure({ code: result.error.code === 'tokenNeeded' ? 'invalid' : result.error.code })
  }

  return (
    <form
      method="post"
      noValidate
      onSubmit={(event) => {
        setOutcome(null)
        return form.submit(event)
      }}
      className="grid gap-4"
    >
      {tokenUnreadable && (
        <Alert tone="warning" title={t('tokenUnreadableTitle')}>
          {t('tokenUnreadable')}
        </Alert>
      )}
      {urlFixed ? (
        <TextField
          id="base-url"
          label={t('baseUrl')}
          readOnly
          value={baseUrl}
          hint={t('fixedBy', { variable: 'VECTALK_BASE_URL' })}
        />
      ) : (
        <TextField
          id="base-url"
          label={t('baseUrl')}
          type="url"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          defaultValue={baseUrl}
          hint={t('baseUrlHint')}
          error={say.problem(errors.baseUrl?.message)}
          {...form.register('baseUrl')}
        />
      )}
      {tokenFixed ? (
        <TextField
          id="token"
          label={t('token')}
          readOnly
          value={masked(token.lastFour)}
          hint={t('fixedBy', { variable: 'VECTALK_TOKEN' })}
        />
      ) : (
        <TextField
          id="token"
          label={t('token')}
          type="password"
          autoComplete="off"
          data-1p-ignore
          placeholder={token ? masked(token.lastFour) : undefined}
          hint={token ? t('tokenSaved', { masked: masked(token.lastFour) }) : t('tokenHint')}
          error={say.problem(errors.token?.message)}
          {...form.register('token')}
        />
      )}
      <TextField
        id="per-second"
        label={t('perSecond')}
        inputMode="numeric"
        autoComplete="off"
        defaultValue={connection.perSecond}
        hint={t('perSecondHint')}
        error={say.problem(errors.perSecond?.message)}
        {...form.register('perSecond')}
      />
      <Controller
        control={form.control}
        name="includeRecipientType"
        defaultValue={includeRecipientType}
        render={({ field }) => (
          <SwitchRow
            id="recipient-type"
            label={t('recipientType')}
            hint={t('recipientTypeHint')}
            checked={field.value}
            onCheckedChange={field.onChange}
            onBlur={field.onBlur}
            ref={field.ref}
          />
        )}
      />
      <Controller
        control={form.control}
        name="passesCallbackData"
        defaultValue={connection.passesCallbackData}
        render={({ field }) => (
          <SwitchRow
            id="callback-data"
            label={t('callbackData')}
            hint={t('callbackDataHint')}
            checked={field.value}
            onCheckedChange={field.onChange}
            onBlur={field.onBlur}
            ref={field.ref}
          />
        )}
      />
      {form.failure && form.failure.code !== 'signedOut' && (
        <Alert role="alert" tone="danger">
          {say.failure(form.failure)}
        </Alert>
      )}
      <div>
        <div role="status">
          {outcome && (
            <div className="mb-4">
              {outcome === 'saved' ? (
                <Alert tone="success">{t('saved')}</Alert>
              ) : (
                <ConnectionOutcomeAlert outcome={outcome} />
              )}
            </div>
          )}
        </div>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" busy={form.busy} disabled={!hydrated}>
            {t('save')}
          </Button>
          <Button busy={trying} disabled={!hydrated} onClick={tryIt}>
            {t('tryConnection')}
          </Button>
          {(token?.from === 'settings' || tokenUnreadable) && (
            <RemoveToken onRemoved={startOver} onFailure={form.setFailure} />
          )}
        </div>
      </div>
      <SignInDialog
        open={form.failure?.code === 'signedOut'}
        onOpenChange={() => form.setFailure(null)}
        onSignedIn={() => form.setFailure(null)}
        email={email}
      />
    </form>
  )
}
