/** For a dialog's `onOpenAutoFocus`: its first field has the focus, rather than the button that closes it. */
export function focusFirstField(event: Event): void {
  const field =
    event.currentTarget instanceof HTMLElement && event.currentTarget.querySelector('input, select, textarea')
  if (!(field instanceof HTMLElement)) return
  event.preventDefault()
  field.focus()
}
