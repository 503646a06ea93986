import type { ReactNode } from 'react'
import { Queries } from '@/components/shell/queries'

/** A message is read again while it is looked at. */
export default function MessageLayout({ children }: { children: ReactNode }) {
  return <Queries>{children}</Queries>
}
