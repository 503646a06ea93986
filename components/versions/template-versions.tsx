'use client'

import { ArrowLeft, FileClock } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useQueryStates } from 'nuqs'
import { useMemo, useRef, useTransition } from 'react'
import { useMoment } from '@/components/editor/moment'
import { Button, buttonClass } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import type { VersionPage, VersionPair, VersionView } from '@/lib/domain/template-version'
import { RestoreDialogs } from './restore-dialogs'
import { useVersionRestore } from './use-version-restore'
import { VersionCard } from './version-card'
import { VersionCompare } from './version-compare'
import { VERSION_PARAMS } from './version-params'

type TemplateVersionsProps = {
  userId: string
  template: { id: string; name: string }
  page: VersionPage
  pair: VersionPair
}

/** Every version of a saved list: what each changed, two side by side, and the way back to any. */
export function TemplateVersions({ userId, template, page, pair }: TemplateVersionsProps) {
  const t = useTranslations('versions')
  return (
    <div className="grid gap-5">
      <Link
        href={`/templates/${template.id}`}
        className={cn(buttonClass('quiet', 'sm'), '-mb-2 -ml-2.5 justify-self-start')}
      >
        <ArrowLeft aria-hidden />
        {t('back')}
      </Link>
      <PageHeader title={t('title')} description={template.name} />
      {pair.before ? (
        <Versions userId={userId} templateId={template.id} page={page} before={pair.before} after={pair.after} />
      ) : (
        <OnlyVersion templateId={template.id} version={pair.after} />
      )}
    </div>
  )
}

type VersionsProps = Omit<TemplateVersionsProps, 'template' | 'pair'> & {
  templateId: string
  before: NonNullable<VersionPair['before']>
  after: VersionPair['after']
}

function Versions({ userId, templateId, page, before, after }: VersionsProps) {
  const t = useTranslations('versions')
  const router = useRouter()
  const [isPending, startTransition] = useTransition()
  const [params, setParams] = useQueryStates(VERSION_PARAMS, {
    shallow: false,
    history: 'push',
    scroll: false,
    startTransition,
  })
  const heading = useRef<HTMLHeadingElement>(null)
  const { versions, newest, older, newer } = page
  const seeNewest = () => {
    void setParams({ from: null, to: null, before: null })
    startTransition(() => router.refresh())
  }
  const restoring = useVersionRestore(templateId, seeNewest)
  const choices = useMemo(() => inOrder([...versions, before, after]), [versions, before, after])

  // What was picked last, though it may still be on its way.
  const isThere = (number: number) => choices.some(({ version }) => version === number)
  const picked = {
    from: params.from && isThere(params.from) ? params.from : before.version,
    to: params.to && isThere(params.to) ? params.to : after.version,
  }

  const compare = (from: number | null, to: number) => {
    void setParams({ from, to })
    // Where both stand one under the other, the comparison is out of sight.
    const box = heading.current?.getBoundingClientRect()
    if (box && (box.top < 0 || box.bottom > window.innerHeight)) heading.current?.focus()
  }

  return (
    <div className="grid items-start gap-x-6 gap-y-5 min-[900px]:grid-cols-[16.5rem_minmax(0,1fr)] xl:grid-cols-[19rem_minmax(0,1fr)]">
      <div className="grid min-w-0 gap-4">
        <h2 className="sr-only">{t('list')}</h2>
        <ol className="grid gap-2.5">
          {versions.map((version, i) => {
            const previous = versions[i + 1]?.version ?? null
            const { version: number } = version
            const isAfter = number === after.version
            const isLink = !version.changes && number !== newest
            return (
              <VersionCard
                key={number}
                templateId={templateId}
                version={version}
                isNewest={number === newest}
                isShown={
                  isLink
                    ? number === before.version && after.version === newest
                    : isAfter && (previous === null || previous === before.version)
                }
                onSee={() => (isLink ? compare(number, newest) : compare(previous, number))}
                onCompareNow={() => compare(number, newest)}
                onRestore={() => restoring.ask(number, newest)}
              />
            )
          })}
        </ol>
        {(older !== null || newer !== null) && (
          <nav aria-label={t('pages')} className="flex justify-between gap-2">
            <Button
              aria-disabled={newer === null}
              onClick={() => void setParams({ before: newer !== null && newer <= newest ? newer : null })}
            >
              {t('newer')}
            </Button>
            <Button aria-disabled={older === null} onClick={() => void setParams({ before: older })}>
              {t('older')}
            </Button>
          </nav>
        )}
      </div>
      <VersionCompare
        before={before}
        after={after}
        versions={choices}
        newest={newest}
        isPending={isPending}
        picked={picked}
        onPick={(side, version) => void setParams({ ...picked, [side]: version })}
        headingRef={heading}
      />
      <RestoreDialogs restoring={restoring} userId={userId} onSeeNewest={seeNewest} />
    </div>
  )
}

/** Each once, newest first. */
const inOrder = (versions: VersionView[]): VersionView[] =>
  [...new Map(versions.map((version) => [version.version, version])).values()].sort((a, b) => b.version - a.version)

function OnlyVersion({ templateId, version }: { templateId: string; version: VersionView }) {
  const t = useTranslations('versions')
  const moment = useMoment()
  return (
    <EmptyState
      icon={<FileClock aria-hidden />}
      title={t('onlyOneTitle')}
      action={
        <Link href={`/templates/${templateId}`} className={buttonClass('primary')}>
          {t('goEdit')}
        </Link>
      }
    >
      <span suppressHydrationWarning>
        {t('onlyOneText', {
          name: version.savedBy?.name ?? t('someone'),
          when: moment.inSentence(version.savedAt),
        })}
      </span>
    </EmptyState>
  )
}
