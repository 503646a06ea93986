'use client'

import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import { CHAT_LINES, type PhoneSkin } from '@/lib/domain/phone-cuts'
import { Avatar } from './avatar'
import { CutText } from './cut-text'
import { PressableArea } from './pressable-area'

type ChatsScreenProps = {
  skin: PhoneSkin
  businessName: string
  /** The body without its marks. */
  text: string
  time: string
  /** Absent where it is only looked at. */
  onOpen: (() => void) | undefined
}

const HEADS: Record<PhoneSkin, string> = {
  android: 'text-[20px] font-medium',
  iphone: 'pt-4 text-[27px] font-bold tracking-tight',
  web: 'pt-3 text-[19px] font-semibold',
}
/** Other conversations, for the look alone: the widths of their name and of their text. */
const OTHERS = ['w-28 w-44', 'w-36 w-32', 'w-24 w-40', 'w-32 w-48', 'w-20 w-36']

/** The list of conversations, with the message as its newest and unread. */
export function ChatsScreen({ skin, businessName, text, time, onOpen }: ChatsScreenProps) {
  const t = useTranslations('phone')
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-hidden bg-(--phone-sheet)">
      <div className={cn('shrink-0 px-4 py-1.5', HEADS[skin])}>{t('chats')}</div>
      <div
        className="mx-3.5 mb-2 flex h-9 shrink-0 items-center gap-2.5 rounded-full bg-(--phone-pressed) px-3.5 text-[14px] text-(--phone-soft)"
        aria-hidden="true"
      >
        <Search className="size-[17px]" />
        {t('search')}
      </div>
      <PressableArea onPress={onOpen} label={t('openChat')} className="flex shrink-0 gap-3 px-3.5 py-2.5">
        <Avatar name={businessName} className="size-[46px]" />
        <div className="min-w-0 flex-1">
          <div className="flex items-baseline gap-2">
            <CutText
              text={businessName}
              lines={1}
              className="flex-1 text-(length:--phone-fs-name) leading-snug font-semibold"
            />
            <span className="shrink-0 text-[12px] font-medium text-(--phone-action)">{time}</span>
          </div>
          <div className="flex items-start gap-3">
            <CutText
              text={text}
              lines={CHAT_LINES[skin]}
              ghost={t('body')}
              className="flex-1 text-(length:--phone-fs-body) leading-snug text-(--phone-soft) wrap-anywhere"
            />
            <span className="grid size-5 shrink-0 place-items-center rounded-full bg-(--phone-badge) text-[11px] font-semibold text-(--phone-on-send)">
              <span aria-hidden="true">1</span>
              <span className="sr-only">{t('unread')}</span>
            </span>
          </div>
        </div>
      </PressableArea>
      <div aria-hidden="true">
        {OTHERS.map((widths) => {
          const [name, line] = widths.split(' ')
          return (
            <div key={widths} className="flex items-center gap-3 px-3.5 py-2.5">
              <span className="size-[46px] shrink-0 rounded-full bg-(--phone-pressed)" />
              <span className="grid gap-2">
                <span className={cn('h-2.5 rounded-full bg-(--phone-line)', name)} />
                <span className={cn('h-2.5 rounded-full bg-(--phone-pressed)', line)} />
              </span>
            </div>
          )
        })}
      </div>
    </div>
  )
}
