/**
 * Runs something once the page has drawn what it has to draw and is at rest, after so many milliseconds at the latest;
 * at once in Safari, which has no idle callbacks. Answers how it is called off.
 */
export function atRest(run: () => void, timeout: number): () => void {
  if (!globalThis.requestIdleCallback) {
    run()
    return () => {}
  }
  const handle = requestIdleCallback(run, { timeout })
  return () => cancelIdleCallback(handle)
}
