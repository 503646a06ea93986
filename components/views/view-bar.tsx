'use client'

import { BookmarkPlus, EllipsisVertical } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu'
import { onDemand, useOnDemand } from '@/components/ui/on-demand'
import type { SavedView, ViewPlace } from '@/lib/domain/saved-view'
import { useSavedViews } from './use-saved-views'
import { type BuiltInView, isShowing, viewQuery } from './view-params'

const nameDialog = onDemand(() => import('./view-name-dialog'))

export type BuiltInKey = 'all' | 'failed' | 'silent' | 'replied' | 'uncertain' | 'running' | 'scheduled'

type ViewBarProps = {
  place: ViewPlace
  builtIn: readonly BuiltInView<BuiltInKey>[]
  /** The person's own, as the server read them. */
  first: SavedView[]
  /** What the page shows now, as an address's query. */
  query: string
  onApply: (query: string) => void
  /** There is something to keep even where a view that everybody has is shown: columns of one's own. */
  isCustom?: boolean
}

type Naming = { view: SavedView | null }

/** Views in front of the filters: those that everybody has, one's own, and a button that keeps what is shown. */
export function ViewBar({ place, builtIn, first, query, onApply, isCustom }: ViewBarProps) {
  const t = useTranslations('messages.views')
  const bar = useRef<HTMLElement>(null)
  const own = useSavedViews(place, first)
  const [lastId, setLastId] = useState<string | null>(null)
  const [naming, setNaming] = useState<Naming | null>(null)
  const parts = useOnDemand(nameDialog)
  const shownBuiltIn = builtIn.find((view) => isShowing(query, view))
  const shownOwn = own.views.find((view) => isShowing(query, view))
  // One's own view that was opened and changed since stays the one that the changes can be kept in.
  const changed = shownOwn || shownBuiltIn ? undefined : own.views.find(({ id }) => id === lastId)
  const open = shownOwn ?? changed

  const apply = (view: Pick<SavedView, 'params'>, id: string | null) => {
    setLastId(id)
    onApply(viewQuery(query, view))
  }

  const ask = (view: SavedView | null) => {
    nameDialog.want()
    setNaming({ view })
  }

  /** Once a view has its name: on it, else on the button that would keep one. */
  const focusOpen = () => {
    const open = bar.current?.querySelector<HTMLElement>('[aria-pressed="true"]')
    ;(open ?? bar.current?.querySelector<HTMLElement>(':scope > button:last-of-type'))?.focus()
  }

  return (
    <nav
      ref={bar}
      aria-label={t('title')}
      className="-mx-1 flex items-center gap-1 overflow-x-auto px-1 py-1 max-md:-my-1"
    >
      {builtIn.map((view) => (
        <Tab key={view.key} isOpen={view === shownBuiltIn && !shownOwn} onOpen={() => apply(view, null)}>
          {t(view.key)}
        </Tab>
      ))}
      {own.views.map((view) => (
        <span key={view.id} className="inline-flex shrink-0 items-center">
          <Tab
            isOpen={view === open}
            label={view === changed ? t('changed', { name: view.name }) : undefined}
            onOpen={() => apply(view, view.id)}
          >
            <span className="max-w-48 truncate">{view.name}</span>
            {view === changed && <span aria-hidden>•</span>}
          </Tab>
          {view === open && (
            <Menu>
              <MenuTrigger asChild>
                <IconButton label={t('menu', { name: view.name })} icon={<EllipsisVertical aria-hidden />} />
              </MenuTrigger>
              <MenuContent align="start">
                {view === changed && (
                  <>
                    <MenuItem onSelect={() => own.change(view, { params: query })}>{t('saveChanges')}</MenuItem>
                    <MenuSeparator />
                  </>
                )}
                <MenuItem onSelect={() => ask(view)}>{t('rename')}</MenuItem>
                <MenuItem tone="danger" onSelect={() => own.remove(view)}>
                  {t('delete')}
                </MenuItem>
              </MenuContent>
            </Menu>
          )}
        </span>
      ))}
      {!shownOwn && (isCustom || !shownBuiltIn) && (
        <Button variant="quiet" size="sm" onClick={() => ask(null)}>
          <BookmarkPlus aria-hidden />
          {t('save')}
        </Button>
      )}
      {naming && parts && (
        <parts.ViewNameDialog
          view={naming.view}
          onClose={() => setNaming(null)}
          onClosed={focusOpen}
          onName={async (name) => {
            if (naming.view) return own.change(naming.view, { name })
            const made = await own.create(name, query)
            if (made.ok) setLastId(made.data.id)
            return made
          }}
        />
      )}
    </nav>
  )
}

function Tab({
  isOpen,
  label,
  onOpen,
  children,
}: {
  isOpen: boolean
  label?: string
  onOpen: () => void
  children: React.ReactNode
}) {
  return (
    <button
      type="button"
      aria-pressed={isOpen}
      aria-label={label}
      onClick={onOpen}
      className={cn(
        'inline-flex h-8 shrink-0 items-center gap-1.5 rounded-md px-2.5 text-[0.8667rem] font-medium whitespace-nowrap transition-colors',
        isOpen ? 'bg-accent-soft text-accent' : 'text-muted hover:bg-hover hover:text-text',
      )}
    >
      {children}
    </button>
  )
}
