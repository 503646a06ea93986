import type { ComponentProps, ReactNode } from 'react'
import { Field, fieldControl } from '@/components/ui/field'
import { Input } from '@/components/ui/input'

type TextFieldProps = ComponentProps<'input'> & { id: string; label: ReactNode; hint?: ReactNode; error?: ReactNode }

/** A labelled line of text with its hint and error; takes react-hook-form's `register`. */
export function TextField({ id, label, hint, error, ...input }: TextFieldProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <Input {...input} {...fieldControl(id, { hint, error })} />
    </Field>
  )
}
