import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'

/** One step up: to the Send that a person belongs to, or to all Sends. */
export function SendCrumbs({ sendId }: { sendId?: string }) {
  const t = useTranslations('sends.one')
  return (
    <Link
      href={sendId ? `/sends/${sendId}` : '/sends'}
      className={cn(buttonClass('quiet', 'sm'), '-ml-2.5 justify-self-start')}
    >
      <ArrowLeft aria-hidden />
      {sendId ? t('backToSend') : t('back')}
    </Link>
  )
}
