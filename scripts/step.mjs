/**
 * Does a piece of work and tells it in one line with its time; on a terminal, also while it lasts.
 * @template T
 * @param {{ doing: string, done: string | ((result: T) => string) }} words
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step({ doing, done }, work) {
  const since = performance.now()
  const live = process.stdout.isTTY
  if (live) process.stdout.write(`  … ${doing}`)
  try {
    const result = await work()
    const seconds = ((performance.now() - since) / 1000).toFixed(1)
    if (live) process.stdout.write('\r\x1b[K')
    process.stdout.write(`  ${typeof done === 'string' ? done : done(result)} (${seconds} s)\n`)
    return result
  } catch (error) {
    if (live) process.stdout.write('\n')
    throw error
  }
}
