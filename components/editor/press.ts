import { useEffect } from 'react'

let isPressed = false

/** Knows whether the pointer is down: one editor on the page calls it. */
export function useWatchPress(): void {
  useEffect(() => {
    const down = () => {
      isPressed = true
    }
    const up = () => {
      isPressed = false
    }
    const options = { capture: true }
    window.addEventListener('pointerdown', down, options)
    window.addEventListener('pointerup', up, options)
    window.addEventListener('pointercancel', up, options)
    return () => {
      window.removeEventListener('pointerdown', down, options)
      window.removeEventListener('pointerup', up, options)
      window.removeEventListener('pointercancel', up, options)
    }
  }, [])
}

/**
 * Once the press that took the focus away is over. Words that appear under a field at its first half would push the
 * button from under the pointer, and the click would never come.
 */
export function afterPress(then: () => void): void {
  if (!isPressed) {
    then()
    return
  }
  const once = () => {
    window.removeEventListener('pointerup', once)
    window.removeEventListener('pointercancel', once)
    setTimeout(then)
  }
  window.addEventListener('pointerup', once)
  window.addEventListener('pointercancel', once)
}
