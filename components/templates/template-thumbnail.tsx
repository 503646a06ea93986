'use client'

import '@/components/phone/phone.css'
import { useTranslations } from 'next-intl'
import { ListBubble } from '@/components/phone/list-bubble'
import { cn } from '@/components/ui/cn'
import type { TemplateFace } from '@/lib/domain/list-template'

const NO_REF = { current: null }
const nothing = () => {}
const LONG = 90

/** The message as the customer gets it, small and for the eye alone: its card says the same in words. */
export function TemplateThumbnail({ face }: { face: TemplateFace }) {
  const t = useTranslations('templates')
  // Room for all of it, button and all: a blank line says nothing here.
  const body = face.body.replace(/\n{2,}/g, '\n')
  const isBlank = ![face.header, face.body, face.footer, face.button].some((text) => text.trim())
  return (
    <div
      aria-hidden
      className="phone-device phone-wallpaper relative flex h-48 flex-col overflow-hidden rounded-t-[0.7rem]"
    >
      {isBlank ? (
        <p className="m-auto text-[0.8667rem] text-(--phone-soft)">{t('blank')}</p>
      ) : (
        <div className={cn('my-auto w-full p-3', body.length > LONG ? '[zoom:0.74]' : '[zoom:0.85]')}>
          <ListBubble
            header={face.header}
            body={body}
            footer={face.footer}
            button={face.button}
            time="14:32"
            interactive={false}
            highlight={null}
            onOpen={nothing}
            buttonRef={NO_REF}
          />
        </div>
      )}
      <div className="absolute inset-x-0 bottom-0 h-10 bg-linear-to-t from-(--phone-chat) to-transparent" />
    </div>
  )
}
