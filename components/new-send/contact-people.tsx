'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ContactRound } from 'lucide-react'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { RadioGroup } from 'radix-ui'
import type { ReactNode } from 'react'
import { readJson } from '@/components/sends/read-json'
import { TagButton } from '@/components/templates/tag-chip'
import { Button, buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Skeleton } from '@/components/ui/skeleton'
import { createContactsListAction } from '@/lib/actions/recipient-lists'
import type { AudienceView } from '@/lib/domain/audience'
import { emptyRule } from '@/lib/domain/audience-rule'
import { isSameTag, type TagCount } from '@/lib/domain/template-tags'
import type { Work } from './kept-work'
import { useListMaking } from './use-list-making'

const ALL = 'all'
const BY_TAGS = 'tags'

type ContactPeopleProps = {
  work: Work
  onWork: (change: Partial<Work>) => void
  onList: (id: string) => void
  onSignedOut: () => void
}

/** People who are contacts: all of them, a saved audience, or by tag. */
export function ContactPeople({ work, onWork, onList, onSignedOut }: ContactPeopleProps) {
  const t = useTranslations('newSend.contacts')
  const format = useFormatter()
  const { isBusy, problem, refuse, make } = useListMaking(onList, onSignedOut)
  const { data, isPending, refetch } = useChoices()
  const chosen = work.audienceId ?? ALL
  const tags = work.tags.filter((tag) => data?.tags.some((known) => isSameTag(known.tag, tag)))
  const byTags = useCount(chosen === BY_TAGS && tags.length > 0 ? tags : null)
  if (isPending) return <Skeleton className="h-40 w-full rounded-xl" />
  if (!data)
    return (
      <p role="alert" className="flex flex-wrap items-center gap-3">
        {t('unread')}
        <Button size="sm" onClick={() => void refetch()}>
          {t('again')}
        </Button>
      </p>
    )
  if (data.total === 0)
    return (
      <EmptyState
        icon={<ContactRound aria-hidden />}
        title={t('emptyTitle')}
        action={
          <Link href="/contacts" className={buttonClass('secondary')}>
            {t('open')}
          </Link>
        }
      >
        {t('emptyText')}
      </EmptyState>
    )

  const audience = data.audiences.find(({ id }) => id === chosen)
  const use = () => {
    if (chosen === BY_TAGS && tags.length === 0) return refuse(t('tagFirst'))
    void make(() =>
      createContactsListAction(
        audience ? { audienceId: audience.id } : { rule: { ...emptyRule(), tagsAny: chosen === BY_TAGS ? tags : [] } },
      ),
    )
  }
  const choose = (audienceId: string) => {
    refuse(null)
    onWork({ audienceId })
  }
  const toggle = (tag: string) => {
    refuse(null)
    const isOn = tags.some((other) => isSameTag(other, tag))
    onWork({ tags: isOn ? tags.filter((other) => !isSameTag(other, tag)) : [...tags, tag] })
  }
  return (
    <div className="grid gap-4">
      <RadioGroup.Root
        aria-label={t('who')}
        value={audience || chosen === BY_TAGS ? chosen : ALL}
        onValueChange={choose}
        className="grid max-h-80 overflow-y-auto rounded-xl border *:border-b *:last:border-b-0"
      >
        <Choice value={ALL} title={t('all')} aside={format.number(data.total)} />
        {data.audiences.map(({ id, name, count }) => (
          <Choice key={id} value={id} title={name} text={t('audience')} aside={format.number(count)} />
        ))}
        {data.tags.length > 0 && (
          <Choice
            value={BY_TAGS}
            title={t('byTags')}
            text={t('byTagsText')}
            aside={byTags !== undefined && format.number(byTags)}
          />
        )}
      </RadioGroup.Root>
      {chosen === BY_TAGS && (
        <ul aria-label={t('tags')} className="flex flex-wrap gap-1.5">
          {data.tags.map(({ tag, count }) => (
            <li key={tag} className="flex max-w-full">
              <TagButton
                tag={`${tag} · ${format.number(count)}`}
                label={t('tag', { tag, count })}
                pressed={tags.some((other) => isSameTag(other, tag))}
                onPress={() => toggle(tag)}
              />
            </li>
          ))}
        </ul>
      )}
      <p className="text-[0.8667rem] text-muted">{t('withoutOptedOut')}</p>
      {problem && (
        <p role="alert" className="text-[0.8667rem] text-danger">
          {problem}
        </p>
      )}
      <Button variant="primary" className="justify-self-start" busy={isBusy} onClick={use}>
        {t('use')}
      </Button>
    </div>
  )
}

const countOf = async (tagsAny: string[], signal: AbortSignal) => {
  const rule = JSON.stringify({ ...emptyRule(), tagsAny })
  return (await readJson<{ count: number }>(`/api/audiences/count?${new URLSearchParams({ rule })}`, signal)).count
}

/** All that there is to choose from. */
const useChoices = () =>
  useQuery({
    queryKey: ['contacts', 'choices'],
    queryFn: async ({ signal }) => {
      const [total, tags, audiences] = await Promise.all([
        countOf([], signal),
        readJson<TagCount[]>('/api/contacts/tags', signal),
        readJson<AudienceView[]>('/api/audiences', signal),
      ])
      return { total, tags, audiences }
    },
  })

/** How many carry any of these tags. */
const useCount = (tags: string[] | null) =>
  useQuery({
    queryKey: ['contacts', 'count', tags],
    queryFn: ({ signal }) => countOf(tags ?? [], signal),
    enabled: tags !== null,
    placeholderData: keepPreviousData,
  }).data

function Choice({ value, title, text, aside }: { value: string; title: string; text?: string; aside?: ReactNode }) {
  return (
    <RadioGroup.Item
      value={value}
      className="group flex min-h-12 items-center gap-3 px-3.5 py-2 text-left -outline-offset-2 first:rounded-t-xl last:rounded-b-xl hover:bg-hover"
    >
      <span className="grid size-4.5 shrink-0 place-items-center rounded-full border border-line-strong group-data-[state=checked]:border-accent">
        <RadioGroup.Indicator className="size-2.5 rounded-full bg-accent" />
      </span>
      <span className="grid min-w-0 flex-1">
        <span className="truncate font-medium">{title}</span>
        {text && <span className="truncate text-[0.8667rem] text-muted">{text}</span>}
      </span>
      {aside && <span className="text-[0.9333rem] text-muted tabular-nums">{aside}</span>}
    </RadioGroup.Item>
  )
}
