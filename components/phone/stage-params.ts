import { parseAsBoolean, parseAsStringLiteral } from 'nuqs/server'
import { PHONE_SCREENS, PHONE_SKINS, PHONE_TEXT_SIZES, PHONE_WIDTHS } from '@/lib/domain/phone-cuts'

/** How the address says what the phone looks like: short, and only what differs from the usual. */
export const STAGE_PARAMS = {
  skin: parseAsStringLiteral(PHONE_SKINS).withDefault('android'),
  screen: parseAsStringLiteral(PHONE_SCREENS).withDefault('chat'),
  /** Absent is the app's own. */
  theme: parseAsStringLiteral(['light', 'dark']),
  textSize: parseAsStringLiteral(PHONE_TEXT_SIZES).withDefault('normal'),
  width: parseAsStringLiteral(PHONE_WIDTHS).withDefault('wide'),
  showCuts: parseAsBoolean.withDefault(false),
}

export const STAGE_KEYS = {
  skin: 'ph',
  screen: 'pv',
  theme: 'pt',
  textSize: 'ps',
  width: 'pw',
  showCuts: 'pc',
} as const
