/** A Brazilian mobile as `wa_id` and old lists write it: without the ninth digit that all of them have. */
const WITHOUT_NINTH = /^55([1-9][1-9])([6-9]\d{7})$/

/**
 * One key for one person, however their number is written: the digits of its E.164 form, a Brazilian mobile with its
 * ninth. Two numbers of one key are the same phone.
 * @param phone E.164, or a `wa_id`
 */
export const toPersonKey = (phone: string): string => phone.replace(/\D/g, '').replace(WITHOUT_NINTH, '55$19$2')
