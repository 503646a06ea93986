import { choice } from '@/components/ui/address'
import { PHONE_SCREENS, PHONE_SKINS, PHONE_TEXT_SIZES, PHONE_WIDTHS } from '@/lib/domain/phone-cuts'

/** How the address says what the phone looks like: short, and only what differs from the usual. */
export const STAGE_PARAMS = {
  skin: choice('ph', PHONE_SKINS, 'android'),
  screen: choice('pv', PHONE_SCREENS, 'chat'),
  /** Absent is the app's own. */
  theme: choice('pt', ['light', 'dark', null], null),
  textSize: choice('ps', PHONE_TEXT_SIZES, 'normal'),
  width: choice('pw', PHONE_WIDTHS, 'wide'),
  showCuts: choice('pc', [false, true], false),
}
