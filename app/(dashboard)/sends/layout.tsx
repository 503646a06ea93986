import type { ReactNode } from 'react'
import { Queries } from '@/components/shell/queries'

/** What is sent is read again while it is looked at. */
export default function SendsLayout({ children }: { children: ReactNode }) {
  return <Queries>{children}</Queries>
}
