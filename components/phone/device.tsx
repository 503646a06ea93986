import type { CSSProperties, ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import { type PhoneSkin, SCREEN_WIDTHS, TEXT_SCALES, WINDOW_WIDTHS } from '@/lib/domain/phone-cuts'
import type { PhoneLook } from './phone-look'
import { StatusBar } from './status-bar'

/** What lies around the screen, in pixels. */
const RIM: Record<PhoneSkin, number> = { android: 9, iphone: 9, web: 1 }
const CASE: Record<PhoneSkin, { outside: string; inside: string }> = {
  android: { outside: 'rounded-[44px] bg-(--phone-bezel)', inside: 'rounded-[35px]' },
  iphone: { outside: 'rounded-[52px] bg-(--phone-bezel)', inside: 'rounded-[43px]' },
  web: { outside: 'rounded-[11px] bg-(--phone-edge)', inside: 'rounded-[10px]' },
}

type DeviceProps = Omit<PhoneLook, 'showCuts'> & {
  time: string
  /** What lies over the screen: the sheet. While it does, the screen is out of reach. */
  over: ReactNode
  /** A wallpaper up to the upper edge, as where the phone is locked. */
  isBare: boolean
  children: ReactNode
}

/** The customer's phone, or window, around what it shows: frame and status bar. */
export function Device({ skin, theme, textSize, width, time, over, isBare, children }: DeviceProps) {
  const screen = (skin === 'web' ? WINDOW_WIDTHS : SCREEN_WIDTHS)[width]
  const style: CSSProperties & Record<`--${string}`, number> = {
    maxWidth: screen + 2 * RIM[skin],
    padding: RIM[skin],
    '--phone-scale': TEXT_SCALES[textSize],
  }
  return (
    <div
      data-skin={skin}
      data-theme={theme}
      style={style}
      className={cn(
        'phone-device w-full shadow-[0_0_0_1.5px_var(--phone-edge),0_18px_40px_-12px_rgb(11_20_26/0.35)]',
        CASE[skin].outside,
      )}
    >
      <div
        className={cn(
          'relative isolate flex contain-strict h-(--phone-height,clamp(460px,calc(100dvh-190px),690px)) flex-col overflow-hidden',
          CASE[skin].inside,
          isBare ? 'phone-desk' : 'bg-(--phone-bar)',
        )}
      >
        <div className="flex min-h-0 flex-1 flex-col" inert={!!over}>
          <StatusBar skin={skin} time={time} />
          {children}
        </div>
        {over}
      </div>
    </div>
  )
}
