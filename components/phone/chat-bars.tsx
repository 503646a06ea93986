'use client'

import {
  ArrowLeft,
  Camera,
  ChevronLeft,
  EllipsisVertical,
  Mic,
  Paperclip,
  Phone,
  Plus,
  Search,
  Smile,
  Sticker,
  Video,
} from 'lucide-react'
import { useTranslations } from 'next-intl'
import { memo, type ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import type { PhoneSkin } from '@/lib/domain/phone-cuts'
import { Avatar } from './avatar'

const BACK: Record<PhoneSkin, ReactNode> = {
  android: <ArrowLeft className="size-[21px] shrink-0" aria-hidden />,
  iphone: <ChevronLeft className="-mr-1 size-[26px] shrink-0" aria-hidden />,
  web: null,
}

const ON_THE_RIGHT: Record<PhoneSkin, ReactNode> = {
  android: (
    <>
      <Video className="size-[20px]" />
      <Phone className="size-[18px]" />
      <EllipsisVertical className="size-[18px]" />
    </>
  ),
  iphone: (
    <>
      <Video className="size-[23px]" />
      <Phone className="size-[20px]" />
    </>
  ),
  web: (
    <>
      <Search className="size-[19px] text-(--phone-soft)" />
      <EllipsisVertical className="size-[19px] text-(--phone-soft)" />
    </>
  ),
}

/** Who one talks to. */
export const ChatHeader = memo(function ChatHeader({ skin, businessName }: { skin: PhoneSkin; businessName: string }) {
  const t = useTranslations('phone')
  return (
    <div
      className={cn(
        'flex shrink-0 items-center gap-1.5 border-b border-(--phone-bar-line) py-1.5 pr-2.5',
        skin === 'web' ? 'pl-4' : 'pl-2',
      )}
    >
      {BACK[skin]}
      <Avatar name={businessName} className={skin === 'iphone' ? 'size-[34px]' : 'size-9'} />
      <span className="ml-1 min-w-0 flex-1 leading-tight">
        <span className={cn('block truncate text-(length:--phone-fs-name)', WEIGHT[skin])}>{businessName}</span>
        <span className="block truncate text-[12px] text-(--phone-soft)">{t('account')}</span>
      </span>
      <span className="flex shrink-0 items-center gap-3.5" aria-hidden="true">
        {ON_THE_RIGHT[skin]}
      </span>
    </div>
  )
})

const WEIGHT: Record<PhoneSkin, string> = { android: 'font-medium', iphone: 'font-semibold', web: 'font-normal' }

/** For the look alone: nobody writes on this phone. */
export const WritingBar = memo(function WritingBar({ skin }: { skin: PhoneSkin }) {
  const t = useTranslations('phone')
  if (skin === 'iphone') {
    return (
      <div className="shrink-0 bg-(--phone-bar)" aria-hidden="true">
        <div className="flex items-center gap-2.5 px-2.5 pt-2 pb-1 text-(--phone-ink)">
          <Plus className="size-[24px] shrink-0" />
          <span className="flex h-[34px] min-w-0 flex-1 items-center justify-end rounded-full border border-(--phone-bar-line) bg-(--phone-received) px-2.5">
            <Sticker className="size-[18px] text-(--phone-soft)" />
          </span>
          <Camera className="size-[22px] shrink-0" />
          <Mic className="size-[22px] shrink-0" />
        </div>
        <span className="mx-auto mt-2 mb-2 block h-[4.5px] w-[36%] rounded-full bg-(--phone-ink)" />
      </div>
    )
  }
  if (skin === 'web') {
    return (
      <div
        className="flex shrink-0 items-center gap-3 bg-(--phone-bar) px-4 py-2 text-(--phone-soft)"
        aria-hidden="true"
      >
        <Plus className="size-[22px] shrink-0" />
        <span className="min-w-0 flex-1 truncate rounded-lg bg-(--phone-received) px-3 py-2 text-[14px]">
          {t('writeOnWeb')}
        </span>
        <Mic className="size-[21px] shrink-0" />
      </div>
    )
  }
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
