'use server'

import { answerAsCustomer } from '@/lib/commands/answer-as-customer'
import { customerAnswerSchema } from '@/lib/domain/customer-answer'
import { defineAction } from './define-action'

/** Plays the customer of a rehearsal: taps a row in their place. */
export const answerAsCustomerAction = defineAction({
  name: 'answerAsCustomer',
  gate: 'user',
  schema: customerAnswerSchema,
  handler: (actor, answer) => answerAsCustomer(actor, answer),
})
