import type { Metadata } from 'next'
import { cookies, headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { ChangePasswordForm } from '@/components/settings/change-password-form'
import { ConnectionForm } from '@/components/settings/connection-form'
import { KeepRulesForm } from '@/components/settings/keep-rules-form'
import { SendingRulesForm } from '@/components/settings/sending-rules-form'
import { SettingsNav } from '@/components/settings/settings-nav'
import { SettingsSection } from '@/components/settings/settings-section'
import { Testers } from '@/components/settings/testers'
import { Webhooks } from '@/components/settings/webhooks'
import { LocaleSwitch } from '@/components/shell/locale-switch'
import { Queries } from '@/components/shell/queries'
import { ThemeSwitch } from '@/components/shell/theme-switch'
import { PageHeader } from '@/components/ui/page-header'
import { isSecure } from '@/lib/auth/is-secure'
import { isAdmin, requireActor } from '@/lib/auth/session'
import type { UserActor } from '@/lib/domain/actor'
import { THEME_COOKIE, toTheme } from '@/lib/domain/theme'
import { env } from '@/lib/env'
import { getConnection } from '@/lib/queries/connection'
import { getKeepRules } from '@/lib/queries/keep-rules'
import { getSendingRules } from '@/lib/queries/sending-rules'
import { listTesters } from '@/lib/queries/testers'
import { getWebhookActivity } from '@/lib/queries/webhook-activity'
import { getWebhookSettings } from '@/lib/queries/webhook-settings'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('title') }
}

export default async function SettingsPage() {
  const actor = await requireActor()
  const decides = isAdmin(actor)
  const [t, rulesText, testersText, webhooksText, keepText, jar, asked] = await Promise.all([
    getTranslations('settings'),
    getTranslations('settings.rules'),
    getTranslations('settings.testers'),
    getTranslations('webhooks'),
    getTranslations('keepRules'),
    cookies(),
    headers(),
  ])
  const decided = decides ? await readDecided(actor) : null
  const appUrl = env().APP_URL
  const sections = [
    ...(decided
      ? [
          { id: 'connection', title: t('connection') },
          { id: 'webhooks', title: webhooksText('title') },
          { id: 'sending-rules', title: rulesText('title') },
          { id: 'testers', title: testersText('title') },
          { id: 'keep-rules', title: keepText('title') },
        ]
      : []),
    { id: 'account', title: t('account') },
    { id: 'appearance', title: t('appearance') },
  ]
  return (
    <div className="mx-auto grid max-w-3xl gap-6 lg:max-w-[62rem] lg:grid-cols-[12rem_minmax(0,1fr)] lg:items-start lg:gap-x-10">
      <div className="lg:col-span-2">
        <PageHeader title={t('title')} />
      </div>
      <SettingsNav sections={sections} />
      <div className="grid min-w-0 gap-6">
        {decided && (
          <Queries>
            <SettingsSection id="connection" title={t('connection')} text={t('connectionText')}>
              <ConnectionForm connection={decided.connection} email={actor.email} />
            </SettingsSection>
            <SettingsSection id="webhooks" title={webhooksText('title')} text={webhooksText('text')}>
              <Webhooks
                settings={decided.webhooks}
                suggestedUrl={appUrl ?? originOf(asked)}
                isSuggestionFixed={appUrl !== undefined}
                activity={decided.activity}
                hasToken={decided.connection.token !== null}
                email={actor.email}
              />
            </SettingsSection>
            <SettingsSection id="sending-rules" title={rulesText('title')} text={rulesText('text')}>
              <SendingRulesForm
                rules={decided.sendingRules}
                zones={Intl.supportedValuesOf('timeZone')}
                email={actor.email}
              />
            </SettingsSection>
            <SettingsSection id="testers" title={testersText('title')} text={testersText('text')}>
              <Testers testers={decided.testers} email={actor.email} />
            </SettingsSection>
            <SettingsSection id="keep-rules" title={keepText('title')} text={keepText('text')}>
              <KeepRulesForm rules={decided.keepRules} email={actor.email} />
            </SettingsSection>
          </Queries>
        )}
        <SettingsSection id="account" title={t('account')} text={t('accountText')}>
          <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
            <dt className="text-muted">{t('name')}</dt>
            <dd className="[overflow-wrap:anywhere]">{actor.name}</dd>
            <dt className="text-muted">{t('email')}</dt>
            <dd className="[overflow-wrap:anywhere]">{actor.email}</dd>
            <dt className="text-muted">{t('role')}</dt>
            <dd>{t(`roles.${actor.role}`)}</dd>
          </dl>
          <ChangePasswordForm email={actor.email} />
        </SettingsSection>
        <SettingsSection id="appearance" title={t('appearance')} text={t('appearanceText')}>
          <div className="flex flex-wrap gap-x-6 gap-y-4">
            <ThemeSwitch theme={toTheme(jar.get(THEME_COOKIE)?.value)} />
            <LocaleSwitch />
          </div>
        </SettingsSection>
      </div>
    </div>
  )
}

/** What an administrator sees of what holds for everybody. */
async function readDecided(actor: UserActor) {
  const [connection, sendingRules, testers, keepRules, webhooks, activity] = await Promise.all([
    getConnection(actor),
    getSendingRules(actor),
    listTesters(actor),
    getKeepRules(actor),
    getWebhookSettings(actor),
    getWebhookActivity(actor),
  ])
  return { connection, sendingRules, testers, keepRules, webhooks, activity }
}

/** Where the browser found us: what an administrator most likely wants to name. */
function originOf(asked: Headers): string {
  const host = asked.get('x-forwarded-host') ?? asked.get('host') ?? 'localhost'
  return `${isSecure(asked) ? 'https' : 'http'}://${host}`
}
