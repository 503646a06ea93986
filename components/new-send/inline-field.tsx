import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import { fieldClass } from '@/components/ui/input'

/** A sentence with fields in it. */
export const InlineSentence = ({ children }: { children: ReactNode }) => (
  <p className="flex flex-wrap items-center gap-x-2 gap-y-2 text-[0.9333rem]">{children}</p>
)

type InlineFieldProps = {
  id: string
  label: string
  value: string
  placeholder?: string
  error: string | null
  type?: 'text' | 'time'
  inputMode?: 'numeric'
  width?: string
  onChange: (value: string) => void
}

/** A short field amid words; what is wrong with it stands under the sentence, as `id`-error. */
export function InlineField({
  id,
  label,
  value,
  placeholder,
  error,
  type = 'text',
  inputMode,
  width,
  onChange,
}: InlineFieldProps) {
  return (
    <input
      id={id}
      aria-label={label}
      aria-invalid={error ? true : undefined}
      aria-describedby={error ? `${id}-error` : undefined}
      type={type}
      inputMode={inputMode}
      maxLength={type === 'text' ? 8 : undefined}
      autoComplete="off"
      value={value}
      placeholder={placeholder}
      style={{ width: width ?? '4.5rem' }}
      onChange={(event) => onChange(event.target.value)}
      className={cn(fieldClass, 'h-9 text-center tabular-nums')}
    />
  )
}
