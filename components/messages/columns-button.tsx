'use client'

import { Columns3 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover'
import { MESSAGE_COLUMNS, type MessageColumn, USUAL_COLUMNS } from '@/lib/domain/message-columns'

type ColumnsButtonProps = { columns: readonly MessageColumn[]; onChoose: (columns: readonly MessageColumn[]) => void }

/** Which columns the table has; one of them always stays. */
export function ColumnsButton({ columns, onChoose }: ColumnsButtonProps) {
  const t = useTranslations('messages')
  const toggle = (column: MessageColumn) =>
    onChoose(columns.includes(column) ? columns.filter((each) => each !== column) : [...columns, column])
  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button className="max-md:hidden">
          <Columns3 aria-hidden />
          {t('columnsTitle')}
        </Button>
      </PopoverTrigger>
      <PopoverContent align="end" aria-label={t('columnsTitle')} className="grid !w-80 gap-2 !p-3">
        <fieldset className="grid grid-cols-2 gap-x-3">
          <legend className="sr-only">{t('columnsTitle')}</legend>
          {MESSAGE_COLUMNS.map((column) => {
            const isShown = columns.includes(column)
            return (
              <label key={column} className="flex min-h-8 cursor-pointer items-center gap-2.5">
                <input
                  type="checkbox"
                  className="size-4 accent-(--accent)"
                  checked={isShown}
                  disabled={isShown && columns.length === 1}
                  onChange={() => toggle(column)}
                />
                {t(`columns.${column}`)}
              </label>
            )
          })}
        </fieldset>
        <p className="text-[0.8667rem] text-muted">{t('columnsHint')}</p>
        <Button size="sm" onClick={() => onChoose(USUAL_COLUMNS)}>
          {t('columnsReset')}
        </Button>
      </PopoverContent>
    </Popover>
  )
}
