/** The ellipsis takes about this much of a line, in ems. */
const ELLIPSIS = 0.9

/** How many characters of an element's text its box cuts off. The element holds that text alone. */
export function countHidden(element: HTMLElement): number {
  const isCut = element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight + 1
  const node = element.firstChild
  if (!isCut || node?.nodeType !== Node.TEXT_NODE) return 0
  const text = node.textContent ?? ''
  const box = element.getBoundingClientRect()
  const size = Number.parseFloat(getComputedStyle(element).fontSize) || 16
  const range = document.createRange()

  const isSeen = (at: number) => {
    range.setStart(node, at)
    range.setEnd(node, at + 1)
    const { right, bottom, top } = range.getBoundingClientRect()
    if (bottom > box.bottom + size / 2) return false
    const isLastLine = top + size * 1.5 > box.bottom
    return !isLastLine || right <= box.right - size * ELLIPSIS
  }
  // Characters go out of sight from one point on, so that point can be found by halving.
  let seen = 0
  let hidden = text.length
  while (seen < hidden) {
    const middle = Math.floor((seen + hidden) / 2)
    if (isSeen(middle)) seen = middle + 1
    else hidden = middle
  }
  return Math.max(1, [...text.slice(seen)].length)
}
