import { cn } from '@/components/ui/cn'

/** Three rows, one chosen. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 32 32" fill="none" className={cn('size-8', className)}>
      <rect width="32" height="32" rx="9" className="fill-accent" />
      <g className="stroke-on-accent" strokeWidth="2.4" strokeLinecap="round" strokeLinejoin="round">
        <path d="M8 10.5h11" opacity=".62" />
        <path d="M8 16h7" />
        <path d="M8 21.5h9" opacity=".62" />
        <path d="m19.5 16.4 2.4 2.4 4.1-5" />
      </g>
    </svg>
  )
}
