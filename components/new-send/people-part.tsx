'use client'

import { ContactRound, FileSpreadsheet, Keyboard, MessageSquareReply, Replace } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs'
import type { RecipientListView } from '@/lib/domain/recipient-list'
import type { Way, Work } from './kept-work'
import { ListSummary } from './list-summary'
import { Part } from './part'
import { TypedPeople } from './typed-people'

const Resting = () => <Skeleton className="h-40 w-full rounded-xl" />
const FilePeople = dynamic(() => import('./file-people').then((module) => module.FilePeople), { loading: Resting })
const ContactPeople = dynamic(() => import('./contact-people').then((module) => module.ContactPeople), {
  loading: Resting,
})
const AnsweringPeople = dynamic(() => import('./answering-people').then((module) => module.AnsweringPeople), {
  loading: Resting,
})

type PeoplePartProps = {
  work: Work
  onWork: (change: Partial<Work>) => void
  list: RecipientListView | undefined
  /** Why the list in the address could not be read. */
  listProblem: 'gone' | 'unread' | null
  isChanging: boolean
  onChange: () => void
  onList: (id: string) => void
  onForget: () => void
  onSignedOut: () => void
  /** The columns, once there are any. */
  children: ReactNode
}

/** Who gets it: typed or pasted, a file, the contacts, who answered an earlier Send. */
export function PeoplePart({
  work,
  onWork,
  list,
  listProblem,
  isChanging,
  onChange,
  onList,
  onForget,
  onSignedOut,
  children,
}: PeoplePartProps) {
  const t = useTranslations('newSend.people')
  const isRead = list?.state === 'read' || list?.state === 'judging' || list?.state === 'judged'
  const shows = list && list.state !== 'failed' && !isChanging
  return (
    <Part
      id="people"
      number={2}
      title={t('title')}
      isDone={!!shows && isRead && list.mapping !== null}
      aside={
        shows ? (
          <Button size="sm" onClick={onChange}>
            <Replace aria-hidden />
            {t('change')}
          </Button>
        ) : (
          list &&
          list.state !== 'failed' && (
            <Button size="sm" variant="quiet" onClick={onChange}>
              {t('keep')}
            </Button>
          )
        )
      }
    >
      {shows ? (
        <>
          <ListSummary list={list} />
          {children}
        </>
      ) : (
        <>
          {list?.state === 'failed' && !isChanging && <ListFailure list={list} />}
          {listProblem && (
            <Alert
              tone="warning"
              role="alert"
              title={t(`${listProblem}Title`)}
              action={
                <Button size="sm" onClick={onForget}>
                  {t('begin')}
                </Button>
              }
            >
              {t(`${listProblem}Text`)}
            </Alert>
          )}
          <Tabs value={work.way} onValueChange={(way) => onWork({ way: way as Way })} className="grid gap-4">
            <TabsList
              aria-label={t('how')}
              className="max-w-full justify-self-start overflow-x-auto max-sm:w-full max-sm:justify-self-stretch max-sm:*:flex-1"
            >
              <TabsTrigger value="text">
                <Keyboard aria-hidden className="max-sm:hidden" />
                {t('ways.text')}
              </TabsTrigger>
              <TabsTrigger value="file">
                <FileSpreadsheet aria-hidden className="max-sm:hidden" />
                {t('ways.file')}
              </TabsTrigger>
              <TabsTrigger value="contacts">
                <ContactRound aria-hidden className="max-sm:hidden" />
                {t('ways.contacts')}
              </TabsTrigger>
              <TabsTrigger value="answers">
                <MessageSquareReply aria-hidden className="max-sm:hidden" />
                {t('ways.answers')}
              </TabsTrigger>
            </TabsList>
            <TabsContent value="text" tabIndex={-1} className="outline-none">
              <TypedPeople
                text={work.text}
                onText={(text) => onWork({ text })}
                onList={onList}
                onSignedOut={onSignedOut}
              />
            </TabsContent>
            <TabsContent value="file" tabIndex={-1} className="outline-none">
              <FilePeople onList={onList} onSignedOut={onSignedOut} />
            </TabsContent>
            <TabsContent value="contacts" tabIndex={-1} className="outline-none">
              <ContactPeople work={work} onWork={onWork} onList={onList} onSignedOut={onSignedOut} />
            </TabsContent>
            <TabsContent value="answers" tabIndex={-1} className="outline-none">
              <AnsweringPeople work={work} onWork={onWork} onList={onList} onSignedOut={onSignedOut} />
            </TabsContent>
          </Tabs>
        </>
      )}
    </Part>
  )
}

/** Why a file could not be read, and what can be done about it. */
function ListFailure({ list: { fileName, problem } }: { list: RecipientListView }) {
  const t = useTranslations('newSend.people')
  const code = problem?.code ?? 'unexpected'
  const line = problem?.line ?? null
  return (
    <Alert tone="danger" role="alert" title={fileName ? t('failedFile', { name: fileName }) : t('failed')}>
      {t(`problems.${code}`, { max: problem?.max ?? 0 })} {line !== null && t('atLine', { line })}
    </Alert>
  )
}
