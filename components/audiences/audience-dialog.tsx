'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Users } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useDeferredValue, useState } from 'react'
import { AnswerPicker } from '@/components/answer-people/answer-picker'
import { TextField } from '@/components/auth/text-field'
import { useContactAct } from '@/components/contacts/contact-act'
import { useContactTags } from '@/components/contacts/contact-reads'
import { focusFirstField } from '@/components/contacts/focus-first'
import { TagsInput } from '@/components/contacts/tags-input'
import { useProblemWords } from '@/components/contacts/use-problem-words'
import { newUuid } from '@/components/editor/browser-store'
import { readJson } from '@/components/sends/read-json'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose, DialogContent } from '@/components/ui/dialog'
import { Segmented } from '@/components/ui/segmented'
import { Switch } from '@/components/ui/switch'
import { toast } from '@/components/ui/toast'
import { createAudienceAction, updateAudienceAction } from '@/lib/actions/audiences'
import { type AudienceView, audienceNameSchema } from '@/lib/domain/audience'
import { type AnswerCondition, type AudienceRule, emptyRule, RULE_TAG_LIMIT } from '@/lib/domain/audience-rule'

const FORM = 'audience-form'

/** Makes a saved audience or changes one; how many its rule takes is told as it changes. */
export function AudienceDialog({ audience, onClose }: { audience?: AudienceView; onClose: () => void }) {
  const t = useTranslations('audiences')
  const tContacts = useTranslations('contacts')
  const say = useProblemWords()
  const [id] = useState(() => audience?.id ?? newUuid())
  const [name, setName] = useState(audience?.name ?? '')
  const [kind, setKind] = useState<'rule' | 'hand'>(audience && !audience.rule ? 'hand' : 'rule')
  const [rule, setRule] = useState<AudienceRule>(audience?.rule ?? emptyRule())
  const [isByAnswer, setByAnswer] = useState(rule.answer !== null)
  const [isUnanswered, setUnanswered] = useState(false)
  const [problem, setProblem] = useState<string | undefined>()
  const { run, isBusy, notice } = useContactAct(({ code }) => {
    if (code === 'nameTaken') setProblem(code)
    return code === 'nameTaken'
  })

  const save = () => {
    const parsed = audienceNameSchema.safeParse(name)
    if (!parsed.success) {
      setProblem(parsed.error.issues[0]?.message)
      return document.getElementById('audience-name')?.focus()
    }
    if (kind === 'rule' && isByAnswer && !rule.answer) {
      setUnanswered(true)
      return document.getElementById('audience-answer-source')?.focus()
    }
    const act = audience ? updateAudienceAction : createAudienceAction
    return run(
      () => act({ id, name: parsed.data, rule: kind === 'rule' ? rule : null }),
      () => {
        toast(t(audience ? 'saved' : 'added'))
        onClose()
      },
    )
  }

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={t(audience ? 'editTitle' : 'addTitle')}
        closeLabel={tContacts('close')}
        onOpenAutoFocus={focusFirstField}
        footer={
          <>
            {kind === 'rule' && <LiveCount rule={rule} />}
            <DialogClose asChild>
              <Button>{tContacts('cancel')}</Button>
            </DialogClose>
            <Button variant="primary" type="submit" form={FORM} busy={isBusy}>
              {t(audience ? 'save' : 'add')}
            </Button>
          </>
        }
      >
        <form
          id={FORM}
          noValidate
          className="grid gap-5"
          onSubmit={(event) => {
            event.preventDefault()
            void save()
          }}
        >
          {notice}
          <TextField
            id="audience-name"
            label={t('name')}
            placeholder={t('namePlaceholder')}
            autoComplete="off"
            value={name}
            error={say(problem)}
            onChange={(event) => {
              setName(event.target.value)
              setProblem(undefined)
            }}
          />
          <div className="justify-self-start">
            <Segmented
              label={t('kind')}
              value={kind}
              options={[
                { value: 'rule', label: t('kinds.rule') },
                { value: 'hand', label: t('kinds.hand') },
              ]}
              onChange={setKind}
            />
          </div>
          {kind === 'rule' ? (
            <>
              <RuleFields rule={rule} onChange={(change) => setRule({ ...rule, ...change })} />
              <AnswerFields
                answer={rule.answer}
                isOn={isByAnswer}
                isMissing={isUnanswered}
                onOn={(isOn) => {
                  setByAnswer(isOn)
                  setUnanswered(false)
                  if (!isOn) setRule({ ...rule, answer: null })
                }}
                onChange={(answer) => {
                  setUnanswered(false)
                  setRule({ ...rule, answer })
                }}
              />
            </>
          ) : (
            <p className="text-muted">{t('handText')}</p>
          )}
          <p className="text-[0.8667rem] text-muted">{t('optedOut')}</p>
        </form>
      </DialogContent>
    </Dialog>
  )
}

function RuleFields({ rule, onChange }: { rule: AudienceRule; onChange: (change: Partial<AudienceRule>) => void }) {
  const t = useTranslations('audiences')
  const { data: inUse } = useContactTags()
  return (
    <>
      {inUse?.length === 0 && <Alert>{t('noTags')}</Alert>}
      <TagsInput
        knownOnly
        most={RULE_TAG_LIMIT}
        label={t('any')}
        hint={t('anyHint')}
        tags={rule.tagsAny}
        onChange={(tagsAny) => onChange({ tagsAny })}
      />
      <TagsInput
        knownOnly
        quiet
        most={RULE_TAG_LIMIT}
        label={t('all')}
        tags={rule.tagsAll}
        onChange={(tagsAll) => onChange({ tagsAll })}
      />
      <TagsInput
        knownOnly
        quiet
        most={RULE_TAG_LIMIT}
        label={t('none')}
        tags={rule.tagsNone}
        onChange={(tagsNone) => onChange({ tagsNone })}
      />
      <TextField
        id="audience-search"
        label={t('search')}
        hint={t('searchHint')}
        maxLength={200}
        autoComplete="off"
        value={rule.search}
        onChange={(event) => onChange({ search: event.target.value })}
      />
      <div className="flex items-center justify-between gap-4">
        <label htmlFor="audience-window" className="text-[0.9333rem]">
          {t('window')}
        </label>
        <Switch
          id="audience-window"
          checked={rule.window === 'open'}
          onCheckedChange={(isOn) => onChange({ window: isOn ? 'open' : 'any' })}
        />
      </div>
    </>
  )
}

type AnswerFieldsProps = {
  answer: AnswerCondition | null
  isOn: boolean
  isMissing: boolean
  onOn: (isOn: boolean) => void
  onChange: (answer: AnswerCondition | null) => void
}

/** What they did with a Send, or with a template's Sends. */
function AnswerFields({ answer, isOn, isMissing, onOn, onChange }: AnswerFieldsProps) {
  const t = useTranslations('audiences')
  return (
    <div className="grid gap-4">
      <div className="flex items-center justify-between gap-4">
        <label htmlFor="audience-answer" className="text-[0.9333rem]">
          {t('answerOn')}
        </label>
        <Switch id="audience-answer" checked={isOn} onCheckedChange={onOn} />
      </div>
      {isOn && (
        <div className="grid gap-2">
          <AnswerPicker
            id="audience-answer"
            value={answer?.people ?? null}
            onChange={(people, said) => onChange(people && said && { people, said })}
          />
          {isMissing && (
            <p role="alert" className="text-[0.8667rem] text-danger">
              {t('answerMissing')}
            </p>
          )}
          <p className="text-[0.8667rem] text-muted">{t('answerHint')}</p>
        </div>
      )}
    </div>
  )
}

function LiveCount({ rule }: { rule: AudienceRule }) {
  const t = useTranslations('audiences')
  const asked = useDeferredValue(JSON.stringify({ ...rule, search: rule.search.trim() }))
  const { data } = useQuery({
    queryKey: ['audiences', 'count', asked],
    queryFn: ({ signal }) =>
      readJson<{ count: number }>(`/api/audiences/count?rule=${encodeURIComponent(asked)}`, signal),
    placeholderData: keepPreviousData,
  })
  return (
    <span role="status" className="mr-auto inline-flex items-center gap-2 text-[0.9333rem] font-medium tabular-nums">
      <Users aria-hidden className="size-4 text-muted" />
      {data ? t('now', { count: data.count }) : t('counting')}
    </span>
  )
}
