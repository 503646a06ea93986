import { NuqsAdapter } from 'nuqs/adapters/next/app'
import type { ReactNode } from 'react'
import { Queries } from '@/components/shell/queries'

/** People are read again once something about them was changed, and found by the address. */
export default function ContactsLayout({ children }: { children: ReactNode }) {
  return (
    <Queries>
      <NuqsAdapter>{children}</NuqsAdapter>
    </Queries>
  )
}
