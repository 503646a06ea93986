/** Puts a text on the clipboard. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    copyByHand(text)
  }
}

/**
 * The clipboard API is missing on plain http: the old way still works there. By a selection and not by a field, as a
 * menu that is about to close would take the focus back from it.
 */
function copyByHand(text: string): void {
  const span = document.createElement('span')
  span.textContent = text
  span.className = 'fixed opacity-0 whitespace-pre select-text'
  document.body.append(span)
  const selection = document.getSelection()
  const before = selection?.rangeCount ? selection.getRangeAt(0) : null
  const range = document.createRange()
  range.selectNodeContents(span)
  selection?.removeAllRanges()
  selection?.addRange(range)
  const put = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  document.addEventListener('copy', put, { capture: true })
  document.execCommand('copy')
  document.removeEventListener('copy', put, { capture: true })
  span.remove()
  selection?.removeAllRanges()
  if (before) selection?.addRange(before)
}
