import { redirect } from 'next/navigation'
import { requireActor } from '@/lib/auth/session'

export default async function Home() {
  await requireActor()
  redirect('/compose')
}
