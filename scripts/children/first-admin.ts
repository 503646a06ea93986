import { createFirstAdmin } from '@/lib/auth/create-admin'
import { db } from '@/lib/db/client'
import { env } from '@/lib/env'

const { ADMIN_EMAIL: email = '', ADMIN_PASSWORD: password = '' } = env()
const result = await createFirstAdmin({ name: email.split('@')[0] || email, email, password })
await db().$disconnect()
process.send?.({ result })
