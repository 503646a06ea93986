'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { CopyButton } from '@/components/ui/copy-button'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs'
import { toCurl } from '@/lib/domain/curl'
import type { ListMessage } from '@/lib/domain/list-message'
import { toPayload } from '@/lib/domain/list-message-payload'
import { CodeBlock } from './code-block'

type RequestTabsProps = {
  message: ListMessage
  phone: string
  includeRecipientType: boolean
  /** What went along with it for us, where anything did. */
  callbackData?: string | null
  /** Absent where nobody knows it: then there is no cURL to show. */
  baseUrl: string | null
  /** What came back, where something was sent: JSON, or the text of what was none. */
  answer?: { value: unknown; isPending: boolean }
}

/** What is posted for one person, to the byte, as JSON and as a command; the token is never in either. */
export function RequestTabs(props: RequestTabsProps) {
  const { message, phone, includeRecipientType, callbackData = null, baseUrl, answer } = props
  const t = useTranslations('send')
  const one = useTranslations('sends.one')
  const [json, curl] = useMemo(() => {
    const payload = toPayload(message, phone, { includeRecipientType, callbackData })
    return [JSON.stringify(payload, null, 2), baseUrl && toCurl(baseUrl, payload)]
  }, [message, phone, includeRecipientType, callbackData, baseUrl])
  const back = answer && toText(answer.value)

  return (
    <Tabs defaultValue="json" className="grid min-w-0 gap-2">
      <TabsList aria-label={t('request')} className="justify-self-start">
        <TabsTrigger value="json">{answer ? one('request') : t('json')}</TabsTrigger>
        {curl && <TabsTrigger value="curl">{t('curl')}</TabsTrigger>}
        {answer && <TabsTrigger value="answer">{one('answer')}</TabsTrigger>}
      </TabsList>
      <TabsContent value="json" tabIndex={-1} className="min-w-0">
        <CodeBlock
          label={t('json')}
          text={json}
          action={<CopyButton text={json} label={t('copyJson')} copiedLabel={t('copied')} />}
        />
      </TabsContent>
      {curl && (
        <TabsContent value="curl" tabIndex={-1} className="grid min-w-0 gap-1.5">
          <CodeBlock
            label={t('curl')}
            text={curl}
            action={<CopyButton text={curl} label={t('copyCurl')} copiedLabel={t('copied')} />}
          />
          <p className="text-[0.8667rem] text-muted">{t('tokenMasked')}</p>
        </TabsContent>
      )}
      {answer && (
        <TabsContent value="answer" tabIndex={-1} className="min-w-0">
          {back ? (
            <CodeBlock
              label={one('answer')}
              text={back}
              action={<CopyButton text={back} label={one('copyAnswer')} copiedLabel={t('copied')} />}
            />
          ) : (
            <p className="rounded-lg border border-dashed px-3 py-6 text-center text-muted">
              {answer.isPending ? one('noAnswer') : one('noAnswerEver')}
            </p>
          )}
        </TabsContent>
      )}
    </Tabs>
  )
}

const toText = (answer: unknown) =>
  answer === null || answer === undefined ? null : typeof answer === 'string' ? answer : JSON.stringify(answer, null, 2)
