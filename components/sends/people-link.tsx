'use client'

import type { ComponentProps } from 'react'
import type { PeopleFilter } from '@/lib/domain/people-group'
import { peopleHref, usePeopleFilter } from './people-filter-state'

/** Where the list of people begins: a counter leads there. */
export const PEOPLE_ID = 'people'

type PeopleLinkProps = Omit<ComponentProps<'a'>, 'href' | 'onClick'> & { sendId: string; to: PeopleFilter }

/** Leads to the people behind a number: within the page at once, and in a tab of its own as any link. */
export function PeopleLink({ sendId, to, children, ...props }: PeopleLinkProps) {
  const { show } = usePeopleFilter()
  return (
    <a
      href={peopleHref(sendId, to)}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
        event.preventDefault()
        void show(to)
        document.getElementById(PEOPLE_ID)?.focus({ preventScroll: true })
        document.getElementById(PEOPLE_ID)?.scrollIntoView({ block: 'nearest' })
      }}
      {...props}
    >
      {children}
    </a>
  )
}
