'use client'

import './phone.css'
import { RotateCcw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react'
import { cn } from '@/components/ui/cn'
import type { FieldPath } from '@/lib/domain/list-edits'
import type { PhoneScreen } from '@/lib/domain/phone-cuts'
import type { PhoneAnswer, PhoneMessage, PhoneReply } from '@/lib/domain/phone-message'
import { toPlainText } from '@/lib/domain/whatsapp-text'
import { ChatScreen } from './chat-screen'
import { ChatsScreen } from './chats-screen'
import { Device } from './device'
import { ListBubble } from './list-bubble'
import { ListSheet } from './list-sheet'
import { NoticeScreen } from './notice-screen'
import { type PhoneLook, PhoneLookContext } from './phone-look'
import { CLOSED, nextPhoneView, type PhoneEvent } from './phone-view'
import { ReplyBubble } from './reply-bubble'
import { ReplyWebhook } from './reply-webhook'
import { findRow } from './row-key'
import type { SheetMarks } from './sheet-marks'

type PhoneProps = Partial<PhoneLook> & {
  message: PhoneMessage
  screen?: PhoneScreen
  /** Where the notification and the line in the list lead; without it they are only looked at. */
  onScreen?: (screen: PhoneScreen) => void
  businessName?: string
  /** The message's time as the phone writes it. */
  time?: string
  /** The day that the message came on, as the conversation heads it; today, when absent. */
  day?: string
  /** Whether the list can be opened and answered, and links followed. */
  interactive?: boolean
  /** Whether the sheet with the rows stands open at first; it does not take the focus then. */
  startsOpen?: boolean
  /** What stands on the sheet's rows and sections; nothing can be chosen on it then. */
  marks?: SheetMarks
  /** The field that is being edited: its place on the phone is marked. */
  highlight?: FieldPath | null
  onReply?: (reply: PhoneReply) => void
  /** Whether the phone shows by itself what was chosen on it; without that `answers` will. */
  keepsReply?: boolean
  /** What the person truly answered, oldest first: it stands below the message. */
  answers?: readonly PhoneAnswer[]
  /** Whether the webhook that a choice causes stands under the phone. */
  showWebhook?: boolean
  /** `[--phone-height:30rem]` sets the height of its screen. */
  className?: string
}

const NO_ANSWERS: readonly PhoneAnswer[] = []

/**
 * The customer's phone with our list in it: the message, the sheet, the answer. What is open and chosen is its own; the
 * message comes from outside alone. The caller names the region around it.
 */
export function Phone({
  message,
  skin = 'android',
  theme,
  textSize = 'normal',
  width = 'wide',
  showCuts = false,
  screen = 'chat',
  onScreen,
  businessName,
  time = '14:32',
  day,
  interactive = true,
  startsOpen = false,
  marks,
  highlight = null,
  onReply,
  keepsReply = true,
  answers = NO_ANSWERS,
  showWebhook = false,
  className,
}: PhoneProps) {
  const t = useTranslations('phone')
  const [view, dispatch] = useReducer(nextPhoneView, startsOpen ? { ...CLOSED, sheet: true } : CLOSED)
  const listButton = useRef<HTMLButtonElement>(null)
  const isComingBack = useRef(false)
  const [wasOpened, setWasOpened] = useState(false)

  const open = useCallback(() => {
    setWasOpened(true)
    dispatch({ type: 'open' })
  }, [])
  const choose = useCallback((row: string) => dispatch({ type: 'choose', row }), [])
  const comeBack = useCallback((event: PhoneEvent) => {
    isComingBack.current = true
    dispatch(event)
  }, [])
  const close = useCallback(() => comeBack({ type: 'close' }), [comeBack])
  useEffect(() => {
    // The button is out of reach until the sheet is gone from the page, which is after `view` has been drawn.
    if (isComingBack.current && !view.sheet && screen === 'chat') listButton.current?.focus({ preventScroll: true })
    isComingBack.current = false
  }, [view, screen])

  // Rows may go or change while the sheet is open: what counts is what the message says now.
  const chosen = findRow(message, view.chosen)
  const reply = findRow(message, view.reply)
  const isOpen = interactive && view.sheet && screen === 'chat'

  const latest = useRef({ chosen, onReply, keepsReply })
  useEffect(() => {
    latest.current = { chosen, onReply, keepsReply }
  })
  const send = useCallback(() => {
    const { chosen: row, onReply: tell, keepsReply: keeps } = latest.current
    if (!row) return
    comeBack({ type: keeps ? 'send' : 'close' })
    tell?.({ id: row.id, title: row.title, ...(row.description?.trim() && { description: row.description }) })
  }, [comeBack])

  const path = highlight?.length ? highlight.join('.') : null
  const isRead = screen === 'chat' && !reply && answers.length === 0
  const plainText = useMemo(() => (isRead ? '' : toPlainText(message.body)), [isRead, message.body])
  const name = businessName?.trim() || t('business')
  const look = useMemo(() => ({ skin, showCuts }), [skin, showCuts])
  const beyond = {
    skin,
    businessName: name,
    text: plainText,
    time,
    onOpen:
      interactive && onScreen
        ? () => {
            isComingBack.current = true
            onScreen('chat')
          }
        : undefined,
  }

  const chat = screen === 'chat' && (
    <ChatScreen skin={skin} businessName={name} scrollLabel={interactive ? undefined : t('conversation')}>
      <div className="mx-auto mb-1 rounded-lg bg-(--phone-chip) px-3 py-1 text-[12px] text-(--phone-soft) shadow-[0_1px_0.5px_rgb(11_20_26/0.14)]">
        {day ?? t('today')}
      </div>
      <ListBubble
        header={message.header ?? ''}
        body={message.body}
        footer={message.footer ?? ''}
        button={message.button}
        time={time}
        interactive={interactive}
        highlight={path && (path.split('.')[0] ?? null)}
        onOpen={open}
        buttonRef={listButton}
      />
      {answers.map((answer) => (
        <ReplyBubble
          key={answer.id}
          title={answer.title}
          description={answer.description}
          quotedName={name}
          quotedText={answer.isQuoting ? plainText : null}
          time={answer.time}
        />
      ))}
      <div aria-live="polite">
        {reply && (
          <ReplyBubble
            title={reply.title}
            description={reply.description ?? ''}
            quotedName={name}
            quotedText={plainText}
            time={time}
          />
        )}
      </div>
      {reply && (
        <button
          type="button"
          onClick={() => comeBack({ type: 'restart' })}
          className="mx-auto mt-1 flex items-center gap-1.5 rounded-full bg-(--phone-chip) px-3.5 py-1.5 text-[12.5px] font-medium text-(--phone-action) shadow-[0_1px_0.5px_rgb(11_20_26/0.14)] hover:bg-(--phone-pressed)"
        >
          <RotateCcw className="size-3.5" aria-hidden />
          {t('restart')}
        </button>
      )}
    </ChatScreen>
  )

  return (
    <PhoneLookContext value={look}>
      <div className={cn('flex w-full flex-col items-center gap-2', className)}>
        <Device
          skin={skin}
          theme={theme}
          textSize={textSize}
          width={width}
          time={time}
          isBare={screen === 'notice'}
          over={
            isOpen && (
              <ListSheet
                title={message.button}
                sections={message.sections}
                chosen={chosen && view.chosen}
                highlight={path}
                takesFocus={wasOpened}
                marks={marks}
                onChoose={choose}
                onClose={close}
                onSend={send}
              />
            )
          }
        >
          {chat}
          {screen === 'notice' && <NoticeScreen {...beyond} />}
          {screen === 'chats' && <ChatsScreen {...beyond} />}
        </Device>
        <p className="text-xs text-muted">{t('emulation')}</p>
        {showWebhook && reply && (
          <ReplyWebhook id={reply.id} title={reply.title} description={reply.description ?? ''} />
        )}
      </div>
    </PhoneLookContext>
  )
}
