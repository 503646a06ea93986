import { FlaskConical } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'

/** Calm and always there while nothing that is sent reaches WhatsApp. */
export function SandboxBanner() {
  const t = useTranslations('shell')
  return (
    <aside className="flex flex-wrap items-center justify-center gap-x-4 gap-y-0.5 bg-info-soft px-4 py-1.5 text-[0.8667rem]">
      <p className="flex items-center gap-2 font-medium">
        <FlaskConical aria-hidden className="size-4 text-info" />
        {t('sandbox')}
      </p>
      <Link
        href="/settings"
        className="text-info underline underline-offset-4 decoration-info/50 hover:decoration-info"
      >
        {t('sandboxHow')}
      </Link>
    </aside>
  )
}
