'use client'

import { useQuery } from '@tanstack/react-query'
import { mayRetry, readJson } from '@/components/sends/read-json'
import {
  type AnsweredRows,
  type AnsweredSource,
  type AnswerPeople,
  type AnswerPeopleCount,
  type AnswerScope,
  answerPeopleParams,
  scopeParam,
} from '@/lib/domain/answer-people'

/** Windows close by the minute. */
const GENTLY_MS = 60_000

/** How many they are, and how long their windows stay open. */
export const useAnswerPeople = (people: AnswerPeople | null) =>
  useQuery({
    queryKey: ['answer-people', people],
    queryFn: ({ signal }) =>
      readJson<AnswerPeopleCount>(`/api/answer-people/count?${people && answerPeopleParams(people)}`, signal),
    enabled: people !== null,
    refetchInterval: GENTLY_MS,
    retry: mayRetry,
  })

/** The Sends that somebody answered, newest first, and the templates of which there are any. */
export const useAnsweredSources = () =>
  useQuery({
    queryKey: ['answer-people', 'sources'],
    queryFn: ({ signal }) => readJson<AnsweredSource[]>('/api/answer-people/sources', signal),
    retry: mayRetry,
  })

/** What people did with one of them; null where it is gone. */
export const useAnsweredRows = (scope: AnswerScope | null) =>
  useQuery({
    queryKey: ['answer-people', 'rows', scope],
    queryFn: ({ signal }) =>
      readJson<AnsweredRows | null>(
        `/api/answer-people/rows?${new URLSearchParams({ from: scope ? scopeParam(scope) : '' })}`,
        signal,
      ),
    enabled: scope !== null,
    retry: mayRetry,
  })
