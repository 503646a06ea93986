'use client'

import type { ReactNode } from 'react'
import { Toasts } from '@/components/ui/toasts'
import { TooltipProvider } from '@/components/ui/tooltip'

/** What every page has around it, and nothing that only some need. */
export function Providers({ children }: { children: ReactNode }) {
  return (
    <TooltipProvider>
      {children}
      <Toasts />
    </TooltipProvider>
  )
}
