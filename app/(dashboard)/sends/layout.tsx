import { NuqsAdapter } from 'nuqs/adapters/next/app'
import type { ReactNode } from 'react'
import { Queries } from '@/components/shell/queries'

/** What is sent is read again while it is looked at, and found by the address. */
export default function SendsLayout({ children }: { children: ReactNode }) {
  return (
    <Queries>
      <NuqsAdapter>{children}</NuqsAdapter>
    </Queries>
  )
}
