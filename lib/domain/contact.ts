import * as z from 'zod/mini'
import { fold } from './fold'
import { toStorableText } from './list-template'
import { toPersonKey } from './person-key'
import { parsePhone } from './phone'
import { tagsSchema } from './template-tags'

// A person that we may write to, as they are typed and as they are kept.

export const CONTACT_NAME_LENGTH = 120
/** Of what a column of one's own holds for one person. */
export const FIELD_VALUE_LENGTH = 500

const oneLine = (text: string) => toStorableText(text).replace(/\s+/g, ' ').trim()

/** May be empty: often a number is all that is known. Messages are keys of `contacts.problems`. */
export const contactNameSchema = z.pipe(
  z.pipe(z.string().check(z.maxLength(10_000, 'nameTooLong')), z.transform(oneLine)),
  z.string().check(z.maxLength(CONTACT_NAME_LENGTH, 'nameTooLong')),
)

/** A phone as a person types it, as E.164. What is wrong is a PhoneRejection, as a key of `contacts.problems`. */
export const contactPhoneSchema = z.pipe(
  z.string().check(z.maxLength(200, 'notANumber')),
  z.transform((typed, context): string => {
    const parsed = parsePhone(typed)
    if (parsed.ok) return parsed.phone
    context.issues.push({ code: 'custom', message: parsed.reason, input: typed })
    return z.NEVER
  }),
)

/** What is known of a person in one's own columns, by their keys; what is blank is left out. */
export const contactFieldsSchema = z.pipe(
  z.record(
    z.string().check(z.maxLength(80)),
    z.pipe(
      z.pipe(z.string().check(z.maxLength(10_000, 'valueTooLong')), z.transform(oneLine)),
      z.string().check(z.maxLength(FIELD_VALUE_LENGTH, 'valueTooLong')),
    ),
  ),
  z.transform((fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))),
)

/** A contact as a form holds it and a command takes it. */
export const contactInputSchema = z.object({
  name: contactNameSchema,
  phone: contactPhoneSchema,
  tags: tagsSchema,
  fields: contactFieldsSchema,
})
export type ContactInput = z.output<typeof contactInputSchema>
export type ContactForm = z.input<typeof contactInputSchema>

/** Name, phone, tags and own columns, folded: what search looks through. A phone stands in both its spellings. */
export function contactSearchText({ name, phone, tags, fields }: ContactInput): string {
  const digits = phone.replace(/\D/g, '')
  const person = toPersonKey(phone)
  return fold([name, digits, ...(person === digits ? [] : [person]), ...tags, ...Object.values(fields)].join(' '))
}
