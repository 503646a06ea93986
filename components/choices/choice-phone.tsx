'use client'

import { ImageDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type CSSProperties, type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { Phone } from '@/components/phone/phone'
import { useWhen } from '@/components/sends/when'
import { Button } from '@/components/ui/button'
import { saveFile } from '@/components/ui/save-file'
import { toast } from '@/components/ui/toast'
import type { ChoiceBase, ChoiceReport } from '@/lib/domain/choice'
import { fillMessage, holdsVariable } from '@/lib/domain/fill-message'
import type { ListMessage } from '@/lib/domain/list-message'
import { SAMPLE_VALUES } from '@/lib/domain/variables'
import { useHeatMarks } from './heat-marks'

type ChoicePhoneProps = { report: ChoiceReport; base: ChoiceBase; label: string; fileName: string }

/** The message as the customers saw it, its rows as warm as they were chosen; and its picture. */
export function ChoicePhone({ report, base, label, fileName }: ChoicePhoneProps) {
  const t = useTranslations('choices.phone')
  const { time, day } = useWhen()
  const frame = useRef<HTMLElement>(null)
  const [busy, setBusy] = useState(false)
  const marks = useHeatMarks(report, base)
  const { message, sentAt } = report
  const isFilled = useMemo(() => holdsVariable(message), [message])
  const shown = useMemo(() => (isFilled ? fillMessage(message, SAMPLE_VALUES) : message), [message, isFilled])
  const height = useHeightFor(shown, frame)
  const style: CSSProperties & Record<`--${string}`, string> = { '--phone-height': `${height}px` }

  const download = async () => {
    const device = frame.current?.querySelector<HTMLElement>('.phone-device')
    if (!device) return
    setBusy(true)
    try {
      const { drawPhone } = await import('@/components/sharing/phone-picture')
      const name = `${fileName}.png`
      saveFile(await drawPhone(device), name)
      toast.success(t('downloaded', { name }))
    } catch {
      toast.error(t('failed'))
    } finally {
      setBusy(false)
    }
  }

  return (
    <section ref={frame} aria-label={label} className="grid min-w-0 justify-items-center gap-3" style={style}>
      <Phone message={shown} time={time(sentAt)} day={day(sentAt)} startsOpen marks={marks} />
      {isFilled && <p className="max-w-xs text-center text-[0.8667rem] text-balance text-muted">{t('samples')}</p>}
      <Button size="sm" busy={busy} onClick={() => void download()}>
        <ImageDown aria-hidden />
        {t('download')}
      </Button>
    </section>
  )
}

/** How much of the screen the sheet may take, in the tightest of the skins. */
const SHEET_SHARE = 0.88
const LOWEST = 440
const HIGHEST = 960

const bounded = (sheet: number) => Math.min(HIGHEST, Math.max(LOWEST, Math.ceil(sheet / SHEET_SHARE)))

/** Just tall enough for every row to be in sight, as far as a page can bear it: a picture shows what is in sight. */
function useHeightFor(message: ListMessage, frame: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(() => bounded(guessSheet(message)))
  useLayoutEffect(() => {
    const fit = () => {
      const list = frame.current?.querySelector('[data-scroller]')
      const sheet = list?.parentElement
      if (!message || !list || !sheet) return
      const rows = [...list.children].reduce((sum, child) => sum + child.getBoundingClientRect().height, 0)
      setHeight(bounded(sheet.offsetHeight - list.clientHeight + rows + ROOM))
    }
    fit()
    window.addEventListener('resize', fit)
    return () => window.removeEventListener('resize', fit)
  }, [message, frame])
  return height
}

/** Of margins between and under the sections. */
const ROOM = 24

function guessSheet({ sections }: ListMessage): number {
  const rows = sections.flatMap((section) => section.rows)
  const lines = rows.reduce((sum, { description }) => sum + (description ? 60 : 44), 0)
  return lines + sections.filter(({ title }) => title).length * 36 + 120
}
