'use client'

import { createContext, useContext } from 'react'
import type { PhoneSkin, PhoneTextSize, PhoneWidth } from '@/lib/domain/phone-cuts'

/** How the phone looks, whatever it shows. */
export type PhoneLook = {
  skin: PhoneSkin
  /** The app's own, when absent. */
  theme?: 'light' | 'dark'
  textSize: PhoneTextSize
  width: PhoneWidth
  /** Whether the places where a text is cut are marked. */
  showCuts: boolean
}

/** What its parts need to know of that; the rest is done by CSS. */
type DrawnLook = Pick<PhoneLook, 'skin' | 'showCuts'>

const DEFAULT: DrawnLook = { skin: 'android', showCuts: false }

export const PhoneLookContext = createContext<DrawnLook>(DEFAULT)

export const usePhoneLook = () => useContext(PhoneLookContext)
