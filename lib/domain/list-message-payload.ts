import * as z from 'zod/mini'
import { bodySchema, buttonSchema, footerSchema, headerSchema, type ListMessage, sectionsSchema } from './list-message'

/** The `interactive` object of a list message on the wire. */
export const interactiveSchema = z.object({
  type: z.literal('list'),
  header: z.optional(z.object({ type: z.literal('text'), text: headerSchema })),
  body: z.object({ text: bodySchema }),
  footer: z.optional(z.object({ text: footerSchema })),
  action: z.object({ button: buttonSchema, sections: sectionsSchema }),
})

/** Digits of a phone as they are dialled, however they are punctuated. A JSON integer was seen accepted live. */
export const dialledSchema = z
  .pipe(
    z.union([z.string(), z.int()]),
    z.transform((to) => String(to).replace(/[\s().+-]/g, '')),
  )
  .check(z.refine((digits) => /^\d{7,15}$/.test(digits), { params: { problem: 'phone' } }))

/** The whole body of `POST /messages` for a list message: VecTalk's documented fields, in Meta's shape. */
export const messagePayloadSchema = z.object({
  messaging_product: z.literal('whatsapp'),
  recipient_type: z.optional(z.literal('individual')),
  to: dialledSchema,
  type: z.literal('interactive'),
  interactive: interactiveSchema,
  biz_opaque_callback_data: z.optional(z.string().check(z.maxLength(512))),
})

export type Interactive = z.input<typeof interactiveSchema>
export type MessagePayload = {
  messaging_product: 'whatsapp'
  recipient_type?: 'individual'
  to: string
  type: 'interactive'
  interactive: Interactive
  biz_opaque_callback_data?: string
}

/** The `interactive` object for a message. Keys stand in the documented order; absent texts have no key. */
export function toInteractive(message: ListMessage): Interactive {
  return {
    type: 'list',
    ...(message.header && { header: { type: 'text' as const, text: message.header } }),
    body: { text: message.body },
    ...(message.footer && { footer: { text: message.footer } }),
    action: {
      button: message.button,
      sections: message.sections.map((section) => ({
        ...(section.title && { title: section.title }),
        rows: section.rows.map((row) => ({
          id: row.id,
          title: row.title,
          ...(row.description && { description: row.description }),
        })),
      })),
    },
  }
}

/**
 * The JSON that is posted for one person: the only place that knows it.
 * @param phone E.164 with its plus; VecTalk wants it without.
 * @param options callbackData: what the gateway hands back with each status of this message, up to 512 characters
 */
export function toPayload(
  message: ListMessage,
  phone: string,
  { includeRecipientType = false, callbackData }: { includeRecipientType?: boolean; callbackData?: string | null } = {},
): MessagePayload {
  return {
    messaging_product: 'whatsapp',
    ...(includeRecipientType && { recipient_type: 'individual' as const }),
    to: phone.replace(/^\+/, ''),
    type: 'interactive',
    interactive: toInteractive(message),
    ...(callbackData && { biz_opaque_callback_data: callbackData }),
  }
}

/** A checked `interactive` object as the message that it carries: the way back from toInteractive. */
export function fromInteractive(interactive: z.output<typeof interactiveSchema>): ListMessage {
  return {
    ...(interactive.header && { header: interactive.header.text }),
    body: interactive.body.text,
    ...(interactive.footer && { footer: interactive.footer.text }),
    button: interactive.action.button,
    sections: interactive.action.sections,
  }
}
