import { ArrowRight } from 'lucide-react'
import Link from 'next/link'

/** A link that leads on. */
export function Onward({ href, children }: { href: string; children: string }) {
  return (
    <Link
      href={href}
      className="inline-flex items-center gap-1 font-medium text-accent underline decoration-accent/40 underline-offset-4 hover:decoration-accent"
    >
      {children}
      <ArrowRight aria-hidden className="size-3.5" />
    </Link>
  )
}
