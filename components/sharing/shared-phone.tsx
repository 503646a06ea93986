'use client'

import { Monitor, Moon, Smartphone, Sun, SunMoon, TabletSmartphone } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Phone } from '@/components/phone/phone'
import { STAGE_PARAMS } from '@/components/phone/stage-params'
import { useAddress } from '@/components/ui/address'
import { Segmented } from '@/components/ui/segmented'
import { PHONE_SKINS } from '@/lib/domain/phone-cuts'
import type { PhoneMessage } from '@/lib/domain/phone-message'

const SKIN_ICONS = {
  android: <Smartphone aria-hidden />,
  iphone: <TabletSmartphone aria-hidden />,
  web: <Monitor aria-hidden />,
} as const
const THEME_ICONS = { app: <SunMoon aria-hidden />, light: <Sun aria-hidden />, dark: <Moon aria-hidden /> } as const
const THEMES = ['app', 'light', 'dark'] as const

/** A shared message on a phone that anybody may try out; how it looks is in the address, as in the editor. */
export function SharedPhone({ message }: { message: PhoneMessage }) {
  const t = useTranslations('phone.stage')
  const tShare = useTranslations('share.page')
  const [{ theme, ...look }, setState] = useAddress(STAGE_PARAMS)
  return (
    <>
      <div className="flex flex-wrap justify-center gap-2">
        <Segmented
          label={t('skin')}
          value={look.skin}
          options={PHONE_SKINS.map((value) => ({ value, label: t(`skins.${value}`), icon: SKIN_ICONS[value] }))}
          onChange={(skin) => setState({ skin })}
        />
        <Segmented
          label={t('theme')}
          value={theme ?? 'app'}
          options={THEMES.map((value) => ({
            value,
            label: value === 'app' ? tShare('ownTheme') : t(`themes.${value}`),
            icon: THEME_ICONS[value],
          }))}
          onChange={(value) => setState({ theme: value === 'app' ? null : value })}
        />
      </div>
      <section aria-label={tShare('phone')} className="w-full">
        <Phone
          {...look}
          {...(theme && { theme })}
          message={message}
          onScreen={(screen) => setState({ screen })}
          className="[--phone-height:clamp(420px,calc(100dvh-236px),690px)] max-sm:[--phone-height:clamp(380px,calc(100dvh-17rem),690px)]"
        />
      </section>
    </>
  )
}
