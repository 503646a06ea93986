'use client'

import { ArrowLeft, Camera, EllipsisVertical, Mic, Paperclip, Phone, Smile, Video } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { memo, type ReactNode } from 'react'

type DeviceProps = {
  theme: 'light' | 'dark' | undefined
  businessName: string
  time: string
  /** What lies over the chat: the sheet. While it does, the chat is out of reach. */
  over: ReactNode
  /** Set where nothing inside can take focus, so that a long message can still be scrolled by keyboard. */
  scrollLabel: string | undefined
  children: ReactNode
}

/** The customer's phone around the chat: frame, status bar, chat header, writing bar. */
export function Device({ theme, businessName, time, over, scrollLabel, children }: DeviceProps) {
  return (
    <div
      data-theme={theme}
      className="phone-device w-full max-w-[352px] rounded-[44px] bg-(--phone-bezel) p-[9px] shadow-[0_0_0_1.5px_var(--phone-edge),0_18px_40px_-12px_rgb(11_20_26/0.35)]"
    >
      <div className="relative isolate flex contain-content h-(--phone-height,clamp(460px,calc(100dvh-190px),690px)) flex-col overflow-hidden rounded-[35px] bg-(--phone-bar)">
        <div className="flex min-h-0 flex-1 flex-col" inert={!!over}>
          <StatusBar time={time} />
          <ChatHeader businessName={businessName} />
          <div className="phone-wallpaper flex min-h-0 flex-1 flex-col">
            {/* Laid from the bottom, a scroller stays at its end by itself while the message grows. */}
            <div
              className="flex min-h-0 flex-1 flex-col-reverse overflow-x-hidden overflow-y-auto"
              {...(scrollLabel && { tabIndex: 0, role: 'group', 'aria-label': scrollLabel })}
            >
              <div className="flex flex-col gap-2 px-1.5 py-2">{children}</div>
            </div>
            <WritingBar />
          </div>
        </div>
        {over}
      </div>
    </div>
  )
}

const StatusBar = memo(function StatusBar({ time }: { time: string }) {
  return (
    <div
      className="relative flex h-8 shrink-0 items-center justify-between px-6 pt-2 text-[12px] font-medium"
      aria-hidden="true"
    >
      <span className="tabular-nums">{time}</span>
      <span className="absolute top-2.5 left-1/2 size-3 -translate-x-1/2 rounded-full bg-black" />
      <span className="flex items-center gap-1">
        <svg aria-hidden="true" viewBox="0 0 14 12" className="h-3 w-3.5 fill-current">
          <path d="M13 1v9.6a.9.9 0 0 1-.9.9H2.2c-.8 0-1.2-.9-.6-1.5L11.5.4c.6-.6 1.5-.2 1.5.6Z" />
        </svg>
        <svg aria-hidden="true" viewBox="0 0 12 6" className="h-2.5 w-5">
          <rect x=".4" y=".4" width="9.8" height="5.2" rx="1.6" className="fill-none stroke-current stroke-[0.7]" />
          <rect x="1.3" y="1.3" width="6.4" height="3.4" rx="0.8" className="fill-current" />
          <rect x="10.8" y="2" width="0.9" height="2" rx="0.4" className="fill-current" />
        </svg>
      </span>
    </div>
  )
})

const ChatHeader = memo(function ChatHeader({ businessName }: { businessName: string }) {
  const t = useTranslations('phone')
  return (
    <div className="flex shrink-0 items-center gap-1.5 border-b border-(--phone-bar-line) py-1.5 pr-2.5 pl-2">
      <ArrowLeft className="size-[21px] shrink-0" aria-hidden />
      <span
        aria-hidden="true"
        className="grid size-9 shrink-0 place-items-center rounded-full bg-[#3f6e7c] text-[16px] font-medium text-white"
      >
        {[...businessName.trim()][0]?.toLocaleUpperCase() ?? '·'}
      </span>
      <span className="ml-1 min-w-0 flex-1 leading-tight">
        <span className="block truncate text-[15.5px] font-medium">{businessName}</span>
        <span className="block truncate text-[12px] text-(--phone-soft)">{t('account')}</span>
      </span>
      <span className="flex shrink-0 items-center gap-3.5" aria-hidden="true">
        <Video className="size-[20px]" />
        <Phone className="size-[18px]" />
        <EllipsisVertical className="size-[18px]" />
      </span>
    </div>
  )
})

/** For the look alone: nobody writes on this phone. */
const WritingBar = memo(function WritingBar() {
  const t = useTranslations('phone')
  return (
    <div className="flex shrink-0 items-center gap-1.5 px-1.5 pt-1 pb-3" aria-hidden="true">
      <span className="flex min-w-0 flex-1 items-center gap-2.5 rounded-full bg-(--phone-received) px-3 py-2 text-[15px] text-(--phone-soft)">
        <Smile className="size-[21px] shrink-0" />
        <span className="flex-1 truncate">{t('write')}</span>
        <Paperclip className="size-[19px] shrink-0" />
        <Camera className="size-[20px] shrink-0" />
      </span>
      <span className="grid size-[39px] shrink-0 place-items-center rounded-full bg-(--phone-send) text-(--phone-on-send)">
        <Mic className="size-[20px]" />
      </span>
    </div>
  )
})
