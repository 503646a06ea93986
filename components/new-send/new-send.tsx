'use client'

import { useQueryClient } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useHydrated } from '@/components/auth/use-hydrated'
import { LazySignInDialog } from '@/components/sends/lazy-sign-in-dialog'
import { rereadSends } from '@/components/sends/send-reads'
import { ListPressNotice } from './list-press-notice'
import { MappingFields } from './mapping-fields'
import { MessagePart } from './message-part'
import { goToPart } from './part'
import { PeoplePart } from './people-part'
import { Preview } from './preview'
import { ReviewPart } from './review-part'
import { SendBar } from './send-bar'
import { TimingPart } from './timing-part'
import { useListSendPress } from './use-list-send-press'
import { type NewSendProps, useNewSend } from './use-new-send'

const ConfirmDialog = dynamic(() => import('./confirm-dialog').then((module) => module.ConfirmDialog), {
  ssr: false,
  loading: () => null,
})

/** A Send to many in the making: the message, the people, what was found of them, when and how; then the press. */
export function NewSend(props: NewSendProps) {
  const t = useTranslations('newSend')
  const router = useRouter()
  const client = useQueryClient()
  const make = useNewSend(props)
  const { template, list, listRead, mapping, used, problems, judgement, plan, read, people, gateway, blocked } = make
  const [isConfirming, setConfirming] = useState(false)
  const [tells, setTells] = useState(false)
  const press = useListSendPress(make, (sendId) => {
    make.finish()
    void rereadSends(client)
    router.push(`/sends/${sendId}`)
  })

  const begin = () => {
    if (!blocked) return setConfirming(true)
    if (!blocked.leads) return
    setTells(true)
    const { part, field } = blocked.leads
    const control = field && document.getElementById(field)
    if (control) control.focus()
    else goToPart(part)
  }
  const confirm = () => {
    setConfirming(false)
    press.press()
  }
  return (
    <div aria-busy={!useHydrated() || undefined} className="grid gap-4">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 lg:grid-cols-[minmax(0,1fr)_21.5rem] lg:grid-rows-[repeat(4,auto)_1fr] lg:gap-x-8">
        <MessagePart
          template={template}
          used={used}
          values={make.work.values}
          problems={problems}
          isChoosing={make.isChoosing}
          isComing={make.isComing}
          onChoose={make.choose}
          onChange={() => make.setChoosing(true)}
          onKeep={() => make.setChoosing(false)}
        />
        <Preview
          draft={template?.draft ?? null}
          people={make.preview}
          className="lg:sticky lg:top-5 lg:col-start-2 lg:row-span-5 lg:row-start-1 lg:self-start"
        />
        <PeoplePart
          work={make.work}
          onWork={make.change}
          list={list}
          listProblem={make.listProblem}
          isChanging={make.isChanging}
          onChange={() => make.setChanging(!make.isChanging)}
          onList={make.setList}
          onForget={make.forgetList}
          onSignedOut={make.askSignIn}
        >
          {list && listRead && (
            <MappingFields
              list={list}
              mapping={mapping}
              used={used}
              values={make.work.values}
              isMissing={(list.verdicts?.variableMissing ?? 0) > 0}
              onMapping={make.setMapping}
              onValues={(values) => make.change({ values })}
            />
          )}
        </PeoplePart>
        <ReviewPart
          list={list}
          judgement={judgement}
          waitsFor={judgement.state === 'none' ? t(template ? 'waitsForPeople' : 'waitsForMessage') : null}
          includesClosed={plan.includesClosed}
          includesRepeats={plan.includesRepeats}
          onChoice={make.changePlan}
          onLook={make.preview.look}
        />
        <TimingPart
          plan={plan}
          read={read}
          tells={tells}
          people={people ?? 0}
          perSecond={props.perSecond}
          isDone={false}
          onPlan={make.changePlan}
        />
      </div>
      <div className="grid empty:hidden">
        <ListPressNotice press={press} onSignIn={make.askSignIn} />
      </div>
      <SendBar
        gateway={gateway}
        people={people}
        plan={read.plan}
        isLater={plan.starts === 'later'}
        estimate={make.estimate}
        blocked={blocked}
        isBusy={press.isBusy}
        onSend={begin}
      />
      {isConfirming && people && read.plan && gateway && template && list?.verdicts && (
        <ConfirmDialog
          name={template.name}
          people={people}
          counts={list.verdicts}
          plan={read.plan}
          estimate={make.estimate}
          gateway={gateway}
          typesNumber={people > props.rules.confirmAbove}
          onConfirm={confirm}
          onClose={() => setConfirming(false)}
        />
      )}
      <LazySignInDialog
        open={make.isSigningIn}
        onOpenChange={make.setSigningIn}
        onSignedIn={() => {
          make.setSigningIn(false)
          if (press.state.phase === 'refused') press.press()
          else if (judgement.state === 'failed') judgement.again()
        }}
      />
    </div>
  )
}
