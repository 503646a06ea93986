/** The apps that the phone can look like. */
export const PHONE_SKINS = ['android', 'iphone', 'web'] as const
export type PhoneSkin = (typeof PHONE_SKINS)[number]

export const PHONE_TEXT_SIZES = ['small', 'normal', 'large'] as const
export type PhoneTextSize = (typeof PHONE_TEXT_SIZES)[number]

export const PHONE_WIDTHS = ['narrow', 'wide'] as const
export type PhoneWidth = (typeof PHONE_WIDTHS)[number]

/** What of the phone is looked at: the conversation, the notification, the list of conversations. */
export const PHONE_SCREENS = ['chat', 'notice', 'chats'] as const
export type PhoneScreen = (typeof PHONE_SCREENS)[number]

/*
 * Meta documents none of the numbers below. They are estimates after how the apps look, and stand here alone, so that
 * a picture of a real phone has one place to correct.
 */

/** How many lines each text has before it ends in an ellipsis. What is not named is shown whole. */
export const CUT_LINES = {
  header: 3,
  button: 1,
  sheetTitle: 1,
  sectionTitle: 1,
  rowTitle: 1,
  rowDescription: 2,
  quote: 2,
} as const

/** The same for the notification's text and the conversation's line in the list, which the apps draw differently. */
export const NOTICE_LINES: Record<PhoneSkin, number> = { android: 1, iphone: 4, web: 3 }
export const CHAT_LINES: Record<PhoneSkin, number> = { android: 1, iphone: 2, web: 1 }

/** Where a long body is folded behind "read more": UTF-16 units, or lines broken by hand, whichever comes first. */
export const BODY_FOLD = { units: 768, lines: 24 } as const

/** How much larger than normal the text is drawn. */
export const TEXT_SCALES: Record<PhoneTextSize, number> = { small: 0.88, normal: 1, large: 1.3 }

/** The screen in CSS pixels: what an app lays out on 320 and on 385 points, drawn at 0.87 of its size. */
export const SCREEN_WIDTHS: Record<PhoneWidth, number> = { narrow: 278, wide: 334 }
/** A window on a desk has more room, where the page gives it. */
export const WINDOW_WIDTHS: Record<PhoneWidth, number> = { narrow: 278, wide: 540 }
