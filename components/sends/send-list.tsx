'use client'

import { LayoutTemplate, RotateCw } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { formatPhone } from '@/lib/domain/phone-format'
import type { SendSummary } from '@/lib/domain/send-view'
import { StatusCountChips } from './status-chip'
import { TestMark } from './test-mark'
import { When } from './when'

/** A table where there is room, cards where there is none; each line is one link to its Send. */
export function SendList({ sends }: { sends: SendSummary[] }) {
  return (
    <>
      <SendTable sends={sends} />
      <SendCards sends={sends} />
    </>
  )
}

function SendTable({ sends }: { sends: SendSummary[] }) {
  const t = useTranslations('sends')
  return (
    <div className="hidden overflow-hidden rounded-xl border bg-surface shadow-card md:block">
      <table className="w-full table-fixed text-left">
        <caption className="sr-only">{t('list')}</caption>
        <thead className="border-b text-[0.8rem] text-muted">
          <tr>
            <th scope="col" className="w-44 py-2.5 pl-5 font-medium">
              {t('columns.when')}
            </th>
            <th scope="col" className="px-3 font-medium">
              {t('columns.message')}
            </th>
            <th scope="col" className="w-52 px-3 font-medium">
              {t('columns.recipients')}
            </th>
            <th scope="col" className="w-[22%] px-3 font-medium">
              {t('columns.status')}
            </th>
            <th scope="col" className="hidden w-40 py-2.5 pr-5 pl-3 font-medium xl:table-cell">
              {t('columns.who')}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y">
          {sends.map((send) => (
            <tr key={send.id} className="group relative transition-colors focus-within:bg-hover hover:bg-hover">
              <td className="py-3 pl-5 align-top whitespace-nowrap text-muted tabular-nums">
                <When at={send.createdAt} />
                <span className="block truncate text-[0.8667rem] xl:hidden">{send.createdBy?.name ?? t('nobody')}</span>
              </td>
              <td className="px-3 py-3 align-top">
                <div className="flex min-w-0 items-center gap-2">
                  {/* The link covers its whole line. */}
                  <Link href={`/sends/${send.id}`} className="truncate font-medium after:absolute after:inset-0">
                    {send.firstLine || t('noText')}
                  </Link>
                  <Marks send={send} />
                </div>
                <FromTemplate send={send} />
              </td>
              <td className="truncate px-3 py-3 align-top tabular-nums">
                <To send={send} />
              </td>
              <td className="px-3 py-3 align-top">
                <StatusCountChips counts={send.counts} total={send.recipientCount} />
              </td>
              <td className="hidden truncate py-3 pr-5 pl-3 align-top text-muted xl:table-cell">
                {send.createdBy?.name ?? t('nobody')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function SendCards({ sends }: { sends: SendSummary[] }) {
  const t = useTranslations('sends')
  return (
    <ul aria-label={t('list')} className="grid gap-2.5 md:hidden">
      {sends.map((send) => (
        <li key={send.id} className="relative grid gap-2 rounded-xl border bg-surface p-4 shadow-card active:bg-hover">
          <div className="flex items-baseline justify-between gap-3">
            <span className="truncate tabular-nums">
              <To send={send} />
            </span>
            <When at={send.createdAt} className="shrink-0 text-[0.8667rem] text-muted tabular-nums" />
          </div>
          <Link href={`/sends/${send.id}`} className="truncate font-medium after:absolute after:inset-0">
            {send.firstLine || t('noText')}
          </Link>
          <FromTemplate send={send} />
          <div className="flex items-center justify-between gap-3">
            <span className="flex flex-wrap gap-1.5">
              <StatusCountChips counts={send.counts} total={send.recipientCount} />
              <Marks send={send} />
            </span>
            <span className="min-w-0 truncate text-[0.8667rem] text-muted">{send.createdBy?.name ?? t('nobody')}</span>
          </div>
        </li>
      ))}
    </ul>
  )
}

function To({ send }: { send: SendSummary }) {
  const t = useTranslations('sends')
  return send.phone ? formatPhone(send.phone) : t('people', { count: send.recipientCount })
}

function Marks({ send }: { send: SendSummary }) {
  const t = useTranslations('sends')
  return (
    <>
      {send.isResend && <Badge icon={<RotateCw aria-hidden />}>{t('resendMark')}</Badge>}
      {send.gateway === 'sandbox' && <TestMark />}
    </>
  )
}

function FromTemplate({ send }: { send: SendSummary }) {
  if (!send.template) return null
  return (
    <span className="mt-0.5 flex min-w-0 items-center gap-1.5 text-[0.8667rem] text-muted">
      <LayoutTemplate aria-hidden className="size-3.5 shrink-0" />
      <span className="truncate">{send.template.name}</span>
    </span>
  )
}
