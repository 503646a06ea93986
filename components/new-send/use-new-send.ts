'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useMemo, useRef, useState, useTransition } from 'react'
import { ReadError } from '@/components/sends/read-json'
import { useGateway } from '@/components/sends/send-reads'
import type { AnswerPeople } from '@/lib/domain/answer-people'
import type { Finding, Problem } from '@/lib/domain/list-finding'
import { checkDraft } from '@/lib/domain/list-rules'
import type { TemplateView } from '@/lib/domain/list-template'
import { newPlanDraft, type PlanDraft, readPlan } from '@/lib/domain/plan-draft'
import type { ListQuestion, RecipientListView, RecipientMapping } from '@/lib/domain/recipient-list'
import { countIncluded } from '@/lib/domain/recipient-verdict'
import { estimateSend } from '@/lib/domain/send-duration'
import type { SendingRules } from '@/lib/domain/sending-rules'
import { variablesOf } from '@/lib/domain/variables'
import { dropWork, keepWork, NEW_WORK, readWork, type Work } from './kept-work'
import { useRecipientList } from './list-reads'
import { useBlocked } from './use-blocked'
import { useJudgement } from './use-judgement'
import { useMinute } from './use-minute'
import { usePreviewPeople } from './use-preview-people'

export type NewSendProps = {
  template: TemplateView | null
  list: RecipientListView | null
  /** The list that the address names, whether or not there is one. */
  listId: string | null
  /** Whom a link elsewhere asks for, by what they did with an earlier Send. */
  answers: AnswerPeople | null
  rules: SendingRules
  /** What the connection allows, messages a second. */
  perSecond: number
}

export type NewSendWork = ReturnType<typeof useNewSend>

const NO_VARIABLES: ReturnType<typeof variablesOf> = []

/** Puts the list into the address, or takes it out: a reload opens the same one. */
function addressList(id: string | null) {
  const address = new URL(window.location.href)
  if (id) {
    address.searchParams.set('list', id)
    for (const name of ['from', 'row', 'did']) address.searchParams.delete(name)
  } else address.searchParams.delete('list')
  window.history.replaceState(null, '', address)
}

/** All that a Send in the making is, and what can be done with it. */
export function useNewSend({
  template,
  list: initialList,
  listId: initialListId,
  answers,
  rules,
  perSecond,
}: NewSendProps) {
  const router = useRouter()
  const now = useMinute()
  const [isComing, startComing] = useTransition()
  const [work, setWork] = useState<Work>(NEW_WORK)
  const [isRestored, setRestored] = useState(false)
  const [listId, setListId] = useState(initialListId)
  const [chosenMapping, setChosenMapping] = useState<{ listId: string; mapping: RecipientMapping } | null>(null)
  const [isChoosing, setChoosing] = useState(template === null)
  const [isChanging, setChanging] = useState(false)
  const [isSigningIn, setSigningIn] = useState(false)
  const isFinished = useRef(false)

  useEffect(() => {
    const kept = readWork()
    setWork(answers ? { ...kept, way: 'answers', answers } : kept)
    setRestored(true)
    // Read once: what is chosen on the page since is newer than the link.
  }, [])
  useEffect(() => {
    if (isRestored && !isFinished.current) keepWork(work)
  }, [work, isRestored])
  const change = (next: Partial<Work>) => setWork((before) => ({ ...before, ...next }))

  const plan = work.plan ?? newPlanDraft(rules)
  const changePlan = (next: Partial<PlanDraft>) =>
    setWork((before) => ({ ...before, plan: { ...(before.plan ?? newPlanDraft(rules)), ...next } }))
  const planNow = useMemo(() => readPlan(plan, 0, now), [plan, now])
  const paceNow = Math.min(perSecond, planNow.plan?.perSecond ?? perSecond)

  const draft = template?.draft ?? null
  const used = useMemo(() => (draft ? variablesOf(draft) : NO_VARIABLES), [draft])
  const problems = useMemo(
    () =>
      draft ? checkDraft(draft).filter((finding: Finding): finding is Problem => finding.severity === 'blocks') : [],
    [draft],
  )

  const reading = useRecipientList(listId, initialList, {
    perSecond: paceNow,
    startsAt: planNow.plan?.startsAt ?? null,
  })
  const list = reading.data
  const isGone = listId !== null && reading.error instanceof ReadError && reading.error.status === 404
  const listProblem = isGone ? ('gone' as const) : reading.isError && !list ? ('unread' as const) : null
  const listRead = list?.state === 'read' || list?.state === 'judging' || list?.state === 'judged'
  const mapping = (chosenMapping?.listId === listId ? chosenMapping.mapping : list?.mapping) ?? null

  const question = useMemo((): ListQuestion | null => {
    if (!isRestored || !template || !draft || problems.length > 0 || !list || !listRead || !mapping) return null
    const isUsed = (name: string) => used.some((variable) => variable.name === name)
    const only = <T>(all: Partial<Record<string, T>>) =>
      Object.fromEntries(Object.entries(all).filter(([name]) => isUsed(name)))
    return {
      listId: list.id,
      draft,
      templateId: template.id,
      mapping: { ...mapping, variables: only(mapping.variables) },
      values: only(work.values),
    }
    // What of the list can change the question is its id and whether it is read.
  }, [isRestored, template, draft, problems, used, list?.id, listRead, mapping, work.values])

  const askSignIn = () => setSigningIn(true)
  const judgement = useJudgement({
    list,
    question,
    asked: work.asked,
    onAsked: (asked) => change({ asked }),
    onSignedOut: askSignIn,
  })
  const isJudged = judgement.state === 'judged'
  const preview = usePreviewPeople({ draft, list: listRead ? list : undefined, mapping, values: work.values, isJudged })
  const people = isJudged && list?.verdicts ? countIncluded(list.verdicts, plan) : null
  const read = useMemo(() => readPlan(plan, people ?? 0, now), [plan, people, now])
  const estimate = useMemo(() => {
    if (!read.plan || !people) return null
    const { startsAt, timeZone: zone, quiet, canary } = read.plan
    const pace = Math.min(perSecond, read.plan.perSecond ?? perSecond)
    return estimateSend({ people, perSecond: pace, startsAt: startsAt ? new Date(startsAt) : now, zone, quiet, canary })
  }, [read.plan, people, perSecond, now])

  const gateway = useGateway()
  const blocked = useBlocked({
    hasTemplate: template !== null && !isChoosing,
    problems: problems.length,
    list: isChanging ? undefined : list,
    hasMapping: mapping !== null,
    judgement,
    people,
    planProblems: read.problems,
    gateway: gateway.data,
    gatewayUnread: gateway.isError,
  })

  return {
    template,
    draft,
    used,
    problems,
    list,
    listRead,
    listProblem: isChanging ? null : listProblem,
    mapping,
    work,
    change,
    plan,
    changePlan,
    read,
    people,
    estimate,
    judgement,
    preview,
    gateway: gateway.data,
    readGateway: gateway.refetch,
    blocked,
    isComing,
    isChoosing,
    isChanging,
    isSigningIn,
    setChoosing,
    setChanging,
    setSigningIn,
    askSignIn,
    choose: (id: string) => {
      const address = new URL(window.location.href)
      address.searchParams.set('template', id)
      startComing(() => {
        router.replace(`${address.pathname}${address.search}`, { scroll: false })
        setChoosing(false)
      })
    },
    setList: (id: string) => {
      addressList(id)
      setListId(id)
      setChanging(false)
    },
    forgetList: () => {
      addressList(null)
      setListId(null)
    },
    setMapping: (next: RecipientMapping) => listId && setChosenMapping({ listId, mapping: next }),
    finish: () => {
      isFinished.current = true
      dropWork()
    },
  }
}
