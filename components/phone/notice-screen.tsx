'use client'

import { MessageCircle } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import { NOTICE_LINES, type PhoneSkin } from '@/lib/domain/phone-cuts'
import { CutText } from './cut-text'
import { PressableArea } from './pressable-area'

type NoticeScreenProps = {
  skin: PhoneSkin
  businessName: string
  /** The body without its marks. */
  text: string
  time: string
  /** Absent where it is only looked at. */
  onOpen: (() => void) | undefined
}

const PLACES: Record<PhoneSkin, { screen: string; card: string }> = {
  android: { screen: 'px-2.5 pt-10', card: 'rounded-3xl px-4 py-3' },
  iphone: { screen: 'justify-end px-2.5 pb-10', card: 'rounded-[22px] px-3.5 py-3' },
  web: { screen: 'items-end justify-end p-4', card: 'max-w-[340px] rounded-lg px-3.5 py-3' },
}

/** The notification of the message: on a locked phone, or in a corner of the desk. */
export function NoticeScreen({ skin, businessName, text, time, onOpen }: NoticeScreenProps) {
  const t = useTranslations('phone')
  const { screen, card } = PLACES[skin]
  return (
    <div className={cn('relative flex min-h-0 flex-1 flex-col', screen)}>
      {skin !== 'web' && (
        <div
          aria-hidden="true"
          className={cn(
            'text-center font-semibold tabular-nums',
            skin === 'iphone' ? 'absolute inset-x-0 top-14 text-[64px] leading-none' : 'pb-12 text-[56px] leading-none',
          )}
        >
          {time}
        </div>
      )}
      <PressableArea
        onPress={onOpen}
        label={t('openChat')}
        className={cn('w-full bg-(--phone-notice) shadow-[0_4px_18px_rgb(11_20_26/0.22)]', card)}
      >
        <div className="flex items-start gap-3">
          <span
            className="grid size-9 shrink-0 place-items-center rounded-[10px] bg-(--phone-send) text-(--phone-on-send)"
            aria-hidden="true"
          >
            <MessageCircle className="size-5" />
          </span>
          <div className="min-w-0 flex-1">
            <div className="flex items-baseline gap-2">
              <CutText
                text={businessName}
                lines={1}
                className="flex-1 text-(length:--phone-fs-body) leading-snug font-semibold"
              />
              <span className="shrink-0 text-[12px] text-(--phone-soft)">{t('now')}</span>
            </div>
            <CutText
              text={text}
              lines={NOTICE_LINES[skin]}
              ghost={t('body')}
              className={cn(
                'text-(length:--phone-fs-body) leading-snug wrap-anywhere',
                NOTICE_LINES[skin] > 1 && 'whitespace-pre-line',
              )}
            />
          </div>
        </div>
      </PressableArea>
    </div>
  )
}
