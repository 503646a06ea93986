'use client'

import { NuqsAdapter } from 'nuqs/adapters/next/app'
import type { ReactNode } from 'react'
import { Toasts } from '@/components/ui/toasts'
import { TooltipProvider } from '@/components/ui/tooltip'

/** What every page has around it, and nothing that only some need. */
export function Providers({ children }: { children: ReactNode }) {
  return (
    <TooltipProvider>
      <NuqsAdapter>{children}</NuqsAdapter>
      <Toasts />
    </TooltipProvider>
  )
}
