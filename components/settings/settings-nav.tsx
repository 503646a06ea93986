'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { cn } from '@/components/ui/cn'

type SettingsNavProps = { sections: { id: string; title: string }[] }

/** The sections of the page, with the one in sight marked. */
export function SettingsNav({ sections }: SettingsNavProps) {
  const t = useTranslations('settings')
  const current = useSectionInSight(sections.map(({ id }) => id))
  return (
    <nav aria-label={t('sections')} className="max-lg:-mx-4 max-lg:overflow-x-auto max-lg:px-4 lg:sticky lg:top-6">
      <ul className="flex gap-1 max-lg:w-max lg:grid">
        {sections.map(({ id, title }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              aria-current={id === current ? 'location' : undefined}
              className={cn(
                'block rounded-lg px-3 py-1.5 whitespace-nowrap transition-colors hover:bg-hover lg:whitespace-normal',
                id === current ? 'bg-accent-soft font-medium text-accent' : 'text-muted hover:text-text',
              )}
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The last section whose head has passed the upper third; at the page's end the one that was asked for, else the last. */
function useSectionInSight(ids: string[]): string | undefined {
  const [current, setCurrent] = useState(ids[0])
  const key = ids.join()
  useEffect(() => {
    const all = key.split(',')
    const look = () => {
      const atEnd = window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 4
      const passed = all.filter((id) => {
        const top = document.getElementById(id)?.getBoundingClientRect().top
        return top !== undefined && top < window.innerHeight / 3
      })
      const asked = all.find((id) => id === window.location.hash.slice(1) && !passed.includes(id))
      const last = atEnd && window.scrollY > 0 ? (asked ?? all.at(-1)) : passed.at(-1)
      setCurrent(last ?? all[0])
    }
    look()
    window.addEventListener('scroll', look, { passive: true })
    window.addEventListener('hashchange', look)
    return () => {
      window.removeEventListener('scroll', look)
      window.removeEventListener('hashchange', look)
    }
  }, [key])
  return current
}
