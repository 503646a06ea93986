'use client'

import { Toaster as Sonner } from 'sonner'

export { toast } from 'sonner'

// Where toasts appear. Fetched by toasts.tsx.
export const Toaster = () => (
  <Sonner
    position="bottom-center"
    style={{ fontFamily: 'inherit' }}
    toastOptions={{
      unstyled: true,
      classNames: {
        toast:
          'flex w-full items-center gap-3 rounded-xl border border-line bg-raised px-4 py-3 text-text shadow-float',
        description: 'text-muted',
        actionButton: 'ml-auto shrink-0 rounded-md px-2 py-1 font-medium text-accent hover:bg-hover',
      },
    }}
  />
)
