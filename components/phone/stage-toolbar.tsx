'use client'

import { ChevronDown, Monitor, Scissors, SlidersHorizontal, Smartphone, TabletSmartphone } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuContent, MenuLabel, MenuRadioGroup, MenuRadioItem, MenuTrigger } from '@/components/ui/menu'
import {
  PHONE_SCREENS,
  PHONE_SKINS,
  PHONE_TEXT_SIZES,
  PHONE_WIDTHS,
  type PhoneScreen,
  type PhoneSkin,
  type PhoneTextSize,
  type PhoneWidth,
} from '@/lib/domain/phone-cuts'

type StageState = {
  skin: PhoneSkin
  screen: PhoneScreen
  theme: 'light' | 'dark' | null
  textSize: PhoneTextSize
  width: PhoneWidth
  showCuts: boolean
}

type StageToolbarProps = StageState & { tools?: ReactNode; onChange: (change: Partial<StageState>) => void }

const ICONS: Record<PhoneSkin, ReactNode> = {
  android: <Smartphone aria-hidden />,
  iphone: <TabletSmartphone aria-hidden />,
  web: <Monitor aria-hidden />,
}
const THEMES = ['app', 'light', 'dark'] as const

/** What the phone is, what it shows and how: one line of controls. */
export function StageToolbar({ skin, screen, theme, textSize, width, showCuts, tools, onChange }: StageToolbarProps) {
  const t = useTranslations('phone.stage')
  const isUsual = theme === null && textSize === 'normal' && width === 'wide'
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would want a legend in sight
    <div role="group" aria-label={t('label')} className="flex min-w-0 items-center gap-1.5">
      <Choice
        label={t('skin')}
        icon={ICONS[skin]}
        value={skin}
        options={PHONE_SKINS.map((value) => ({ value, label: t(`skins.${value}`) }))}
        onChange={(value) => onChange({ skin: value })}
      />
      <Choice
        label={t('screen')}
        value={screen}
        options={PHONE_SCREENS.map((value) => ({ value, label: t(`screens.${value}`) }))}
        onChange={(value) => onChange({ screen: value })}
      />
      <span className="flex-1" />
      <IconButton
        label={t('showCuts')}
        icon={<Scissors aria-hidden />}
        aria-pressed={showCuts}
        className="aria-pressed:bg-accent-soft aria-pressed:text-accent"
        onClick={() => onChange({ showCuts: !showCuts })}
      />
      <Menu>
        <MenuTrigger asChild>
          <Button
            variant="quiet"
            size="icon-sm"
            aria-label={t('look')}
            title={t('look')}
            className={isUsual ? undefined : 'bg-accent-soft text-accent'}
          >
            <SlidersHorizontal aria-hidden />
          </Button>
        </MenuTrigger>
        <MenuContent align="end">
          <Radios
            label={t('theme')}
            value={theme ?? 'app'}
            options={THEMES.map((value) => ({ value, label: t(`themes.${value}`) }))}
            onChange={(value) => onChange({ theme: value === 'app' ? null : value })}
          />
          <Radios
            label={t('textSize')}
            value={textSize}
            options={PHONE_TEXT_SIZES.map((value) => ({ value, label: t(`textSizes.${value}`) }))}
            onChange={(value) => onChange({ textSize: value })}
          />
          <Radios
            label={t('width')}
            value={width}
            options={PHONE_WIDTHS.map((value) => ({ value, label: t(`widths.${value}`) }))}
            onChange={(value) => onChange({ width: value })}
          />
        </MenuContent>
      </Menu>
      {tools}
    </div>
  )
}

type ChoiceProps<Value extends string> = {
  label: string
  value: Value
  options: { value: Value; label: string }[]
  onChange: (value: Value) => void
}

/** A menu of one choice; its button says what is chosen. */
function Choice<Value extends string>({ icon, ...choice }: ChoiceProps<Value> & { icon?: ReactNode }) {
  const { label, value, options, onChange } = choice
  const chosen = options.find((option) => option.value === value)?.label
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button variant="secondary" size="sm" aria-label={`${label}: ${chosen}`} className="min-w-0">
          {icon}
          <span className="truncate">{chosen}</span>
          <ChevronDown className="text-muted" aria-hidden />
        </Button>
      </MenuTrigger>
      <MenuContent align="start" className="min-w-40">
        <MenuRadioGroup aria-label={label} value={value} onValueChange={(next) => onChange(next as Value)}>
          {options.map((option) => (
            <MenuRadioItem key={option.value} value={option.value}>
              {option.label}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
      </MenuContent>
    </Menu>
  )
}

/** One of the groups of a menu that stays open, as a look is tried out by more than one of them. */
const Radios = <Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) => (
  <MenuRadioGroup aria-label={label} value={value} onValueChange={(next) => onChange(next as Value)}>
    <MenuLabel>{label}</MenuLabel>
    {options.map((option) => (
      <MenuRadioItem key={option.value} value={option.value} onSelect={(event) => event.preventDefault()}>
        {option.label}
      </MenuRadioItem>
    ))}
  </MenuRadioGroup>
)
