/**
 * Runs in the page. From `recordTyping` to `stop`, each keystroke in `field` is timed from its keydown's own time stamp,
 * which Chromium takes before the page hears of it, so that a busy page counts against itself, to the end of the frame
 * that paints it: `mirror` is seen to hold the new text (a MutationObserver hears that right after the change), the
 * next animation frame is the one that draws it, and a message sent from there arrives once that frame's style, layout
 * and paint are done. Raster and display follow on other threads and are the same for every page.
 */
globalThis.recordTyping = (field, mirror) => {
  const waiting = []
  const delays = []
  const lost = []
  let pressed = 0

  const onKey = (event) => {
    pressed = event.timeStamp
  }
  // Among the texts of one field, typed into the middle, none is a part of another: what the mirror holds tells how far it is.
  const onInput = () => waiting.push({ pressed, text: field.value.slice(0, 120) })
  const observer = new MutationObserver(() => {
    const shown = mirror.textContent
    const last = waiting.findLastIndex(({ text }) => shown.includes(text))
    if (last < 0) return
    const drawn = waiting.splice(0, last + 1)
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        const painted = performance.now()
        for (const keystroke of drawn) delays.push(painted - keystroke.pressed)
      }
      port2.postMessage(null)
    })
  })

  field.addEventListener('keydown', onKey, { capture: true })
  field.addEventListener('input', onInput, { capture: true })
  observer.observe(mirror, { subtree: true, childList: true, characterData: true })

  return {
    stop: () => {
      field.removeEventListener('keydown', onKey, { capture: true })
      field.removeEventListener('input', onInput, { capture: true })
      observer.disconnect()
      lost.push(...waiting.map(({ text }) => text))
      return { delays, lost }
    },
  }
}
