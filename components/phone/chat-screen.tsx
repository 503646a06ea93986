import type { ReactNode } from 'react'
import type { PhoneSkin } from '@/lib/domain/phone-cuts'
import { ChatHeader, WritingBar } from './chat-bars'

type ChatScreenProps = {
  skin: PhoneSkin
  businessName: string
  /** Set where nothing inside can take focus, so that a long message can still be scrolled by keyboard. */
  scrollLabel: string | undefined
  children: ReactNode
}

/** The conversation: who with, what was said, the bar to write in. */
export function ChatScreen({ skin, businessName, scrollLabel, children }: ChatScreenProps) {
  return (
    <>
      <ChatHeader skin={skin} businessName={businessName} />
      <div className="phone-wallpaper flex min-h-0 flex-1 flex-col">
        {/* Laid from the bottom, a scroller stays at its end by itself while the message grows. */}
        <div
          className="flex min-h-0 flex-1 flex-col-reverse overflow-x-hidden overflow-y-auto"
          {...(scrollLabel && { tabIndex: 0, role: 'group', 'aria-label': scrollLabel })}
        >
          <div className="flex flex-col gap-2 px-1.5 py-2">{children}</div>
        </div>
        <WritingBar skin={skin} />
      </div>
    </>
  )
}
