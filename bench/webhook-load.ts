import { Pool } from 'undici'
import { signBody } from '@/lib/whatsapp/verify-signature'
import { Problem } from '../scripts/problem'

/** What one status or reply is about, and the POST that tells it, signed. */
export type Told = { key: string; body: Buffer; signature: string }

export type Answers = { perSecond: number; ms: number[] }

const envelope = (value: object) =>
  JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: '102290129340398',
        changes: [
          {
            field: 'messages',
            value: {
              messaging_product: 'whatsapp',
              metadata: { display_phone_number: '551130000000', phone_number_id: '106540352242922' },
              ...value,
            },
          },
        ],
      },
    ],
  })

const seconds = (index: number) => String(Math.floor(Date.now() / 1000) - 60 + (index % 50))

/** The statuses of one message in Meta's own shape, and for each tenth one a tap on its row. */
export function tellAbout(wamid: string, index: number, secret: string): Told[] {
  const phone = `5511${900_000_000 + index}`
  const toTold = (key: string, value: object): Told => {
    const body = Buffer.from(envelope(value))
    return { key, body, signature: signBody(body, secret) }
  }
  const told = ['sent', 'delivered', 'read'].map((status, i) =>
    toTold(`${wamid} ${status}`, {
      statuses: [
        {
          id: wamid,
          status,
          timestamp: seconds(i * 10),
          recipient_id: phone,
          pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category: 'service' },
        },
      ],
    }),
  )
  if (index % 3 === 0) {
    const reply = {
      context: { from: '551130000000', id: wamid },
      from: phone,
      id: `${wamid}.reply`,
      timestamp: seconds(40),
      type: 'interactive',
      interactive: { type: 'list_reply', list_reply: { id: 'first', title: 'Primeira opção' } },
    }
    const contacts = [{ profile: { name: `Pessoa ${index}` }, wa_id: phone }]
    told.push(toTold(`${wamid} reply`, { contacts, messages: [reply] }))
  }
  return told
}

/** One answer in so many is looked into: what it is about must be committed by then. */
const WITNESSED = 100

export class Caller {
  private readonly pool: Pool
  private answered = 0

  constructor(
    private readonly url: string,
    connections: number,
    private readonly witness: (told: Told) => Promise<boolean> = async () => true,
  ) {
    this.pool = new Pool(new URL(url).origin, { connections })
  }

  async post({ body, signature }: Told): Promise<void> {
    const answer = await this.pool.request({
      path: new URL(this.url).pathname,
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature },
      body,
    })
    await answer.body.dump()
    if (answer.statusCode !== 200) throw new Problem(`A webhook was answered ${answer.statusCode}.`)
  }

  private async prove(told: Told): Promise<void> {
    if (this.answered++ % WITNESSED > 0) return
    if (!(await this.witness(told))) throw new Problem('A webhook was answered before it was committed.')
  }

  /** As many as it takes, so many unanswered at once. */
  async asMany(told: Told[], inFlight: number): Promise<Answers> {
    const ms: number[] = []
    const startedAt = performance.now()
    let next = 0
    await Promise.all(
      Array.from({ length: inFlight }, async () => {
        for (let one = told[next++]; one; one = told[next++]) {
          const at = performance.now()
          await this.post(one)
          ms.push(performance.now() - at)
          await this.prove(one)
        }
      }),
    )
    return { perSecond: told.length / ((performance.now() - startedAt) / 1000), ms }
  }

  /** So many a second, whether the ones before are answered or not: each is timed from when it was due. */
  async atPace(told: Told[], perSecond: number): Promise<Answers> {
    const ms: number[] = []
    const startedAt = performance.now()
    const posts: Promise<void>[] = []
    while (posts.length < told.length) {
      const due = Math.min(told.length, Math.ceil(((performance.now() - startedAt) / 1000) * perSecond))
      for (let i = posts.length; i < due; i++) {
        const one = told[i]
        if (!one) break
        const dueAt = startedAt + (i / perSecond) * 1000
        posts.push(
          this.post(one).then(() => {
            ms.push(performance.now() - dueAt)
            return this.prove(one)
          }),
        )
      }
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
    await Promise.all(posts)
    return { perSecond: told.length / ((performance.now() - startedAt) / 1000), ms }
  }

  close(): Promise<void> {
    return this.pool.close()
  }
}
