import type { PhoneReply } from '@/lib/domain/phone-message'
import { Agenda } from './agenda'
import type { MessageHistory, Outbound } from './message-history'
import { type PlayedError, type PlayedStatus, type PlayedStep, type SandboxPlays, toSteps } from './plays'
import { type About, type Told, toStatus, toTap, toText } from './webhook-body'
import type { WebhookSender } from './webhook-sender'
import { newWamid } from './whatsapp-ids'

/** How many people's messages are told apart; beyond, counting starts again. */
const MOST_PEOPLE = 200_000
/** Its webhook once more, so much later. */
const AGAIN_MS = 2_000

/** Where things happen to messages: they are written into the history, and told to whoever listens. */
export class Stage {
  private readonly agenda = new Agenda()
  private readonly places = new Map<string, number>()

  constructor(
    private readonly history: MessageHistory,
    private readonly sender: WebhookSender,
    private readonly plays: SandboxPlays | null,
  ) {}

  /** What comes after the acceptance, where anything is played. */
  begin(taken: Outbound, rows: PhoneReply[], callbackData: string | null): void {
    if (!this.plays) return
    const { to } = taken.message
    if (this.places.size > MOST_PEOPLE) this.places.clear()
    const place = this.places.get(to) ?? 0
    this.places.set(to, place + 1)
    for (const step of toSteps({ to, place, rows }, this.plays)) {
      this.agenda.in(step.afterMs, () => this.play(taken, callbackData, step))
    }
  }

  status(taken: Outbound, callbackData: string | null, status: PlayedStatus, error: PlayedError | null): Happening {
    this.history.advance(taken, status)
    return this.telling(taken, toStatus(toAbout(taken, callbackData), status, Date.now(), error))
  }

  tap(taken: Outbound, row: PhoneReply): Happening {
    const wamid = newWamid(taken.message.waId)
    this.history.addInbound(taken.instance, { wamid, from: taken.message.waId, type: 'interactive', text: null })
    return { ...this.telling(taken, toTap(toAbout(taken, null), { wamid, at: Date.now(), row })), wamid }
  }

  text(taken: Outbound, text: string): Happening {
    const wamid = newWamid(taken.message.waId)
    this.history.addInbound(taken.instance, { wamid, from: taken.message.waId, type: 'text', text })
    return { ...this.telling(taken, toText(toAbout(taken, null), { wamid, at: Date.now(), text })), wamid }
  }

  close(): void {
    this.agenda.close()
  }

  private play(taken: Outbound, callbackData: string | null, step: PlayedStep): void {
    const { tell } = this.happen(taken, callbackData, step)
    if (step.toldAfterMs > 0) this.agenda.in(step.toldAfterMs, tell)
    else tell()
    if (step.isDoubled) this.agenda.in(step.toldAfterMs + AGAIN_MS, tell)
  }

  private happen(taken: Outbound, callbackData: string | null, step: PlayedStep): Happening {
    switch (step.kind) {
      case 'status':
        return this.status(taken, callbackData, step.status, step.error)
      case 'tap':
        return this.tap(taken, step.row)
      case 'text':
        return this.text(taken, step.text)
    }
  }

  private telling({ instance, message }: Outbound, told: Told): Happening {
    return { wamid: message.waMessageId, tell: () => this.sender.tell(instance, told) }
  }
}

/** What has happened: `tell` says so to everybody who listens, and answers to how many. `wamid` is the new message's, if it is one. */
export type Happening = { wamid: string; tell: () => number }

const toAbout = ({ message }: Outbound, callbackData: string | null): About => ({
  wamid: message.waMessageId,
  waId: message.waId,
  callbackData,
})
