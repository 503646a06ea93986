import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { ChangePasswordForm } from '@/components/settings/change-password-form'
import { ConnectionForm } from '@/components/settings/connection-form'
import { SendingRulesForm } from '@/components/settings/sending-rules-form'
import { SettingsSection } from '@/components/settings/settings-section'
import { Testers } from '@/components/settings/testers'
import { LocaleSwitch } from '@/components/shell/locale-switch'
import { ThemeSwitch } from '@/components/shell/theme-switch'
import { PageHeader } from '@/components/ui/page-header'
import { isAdmin, requireActor } from '@/lib/auth/session'
import { THEME_COOKIE, toTheme } from '@/lib/domain/theme'
import { getConnection } from '@/lib/queries/connection'
import { getSendingRules } from '@/lib/queries/sending-rules'
import { listTesters } from '@/lib/queries/testers'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('title') }
}

export default async function SettingsPage() {
  const actor = await requireActor()
  const decides = isAdmin(actor)
  const [t, connection, sendingRules, testers, jar] = await Promise.all([
    getTranslations('settings'),
    decides ? getConnection(actor) : null,
    decides ? getSendingRules(actor) : null,
    decides ? listTesters(actor) : null,
    cookies(),
  ])
  return (
    <div className="mx-auto grid max-w-3xl gap-6">
      <PageHeader title={t('title')} />
      {connection && (
        <SettingsSection id="connection" title={t('connection')} text={t('connectionText')}>
          <ConnectionForm connection={connection} email={actor.email} />
        </SettingsSection>
      )}
      {sendingRules && (
        <SettingsSection id="sending-rules" title={t('rules.title')} text={t('rules.text')}>
          <SendingRulesForm rules={sendingRules} zones={Intl.supportedValuesOf('timeZone')} email={actor.email} />
        </SettingsSection>
      )}
      {testers && (
        <SettingsSection id="testers" title={t('testers.title')} text={t('testers.text')}>
          <Testers testers={testers} email={actor.email} />
        </SettingsSection>
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
  )
}
