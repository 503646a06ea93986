import { hashPassword } from 'better-auth/crypto'
import { db } from '@/lib/db/client'
import { type NewAdmin, newAdminSchema } from '@/lib/domain/account'
import { FIRST_TEMPLATE } from '@/lib/domain/first-template'
import { fold } from '@/lib/domain/fold'
import { messageToDraft } from '@/lib/domain/list-draft'
import { listMessageTexts } from '@/lib/domain/list-message'

/**
 * Makes the first administrator and the workspace's first template, once: of two set-ups at the same moment the second
 * waits for the lock and then finds the user of the first.
 */
export async function createFirstAdmin(input: NewAdmin): Promise<'created' | 'exists'> {
  const { name, email, password } = newAdminSchema.parse(input)
  const hash = await hashPassword(password)
  return db().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('listazap: first administrator', 0))`
    if (await tx.user.findFirst({ select: { id: true } })) return 'exists'
    const { id } = await tx.user.create({ data: { name, email, role: 'admin', emailVerified: true } })
    await tx.account.create({ data: { userId: id, accountId: id, providerId: 'credential', password: hash } })
    const { message } = FIRST_TEMPLATE
    const draft = messageToDraft(message)
    await tx.listTemplate.create({
      data: {
        name: FIRST_TEMPLATE.name,
        draft,
        searchText: fold([FIRST_TEMPLATE.name, ...listMessageTexts(message)].join(' ')),
        createdById: id,
        updatedById: id,
        versions: { create: { version: 1, draft, savedById: id } },
      },
    })
    return 'created'
  })
}
