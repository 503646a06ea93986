type Task = () => unknown

const tasks: Task[] = []
let ending: Promise<never> | undefined

/** Adds what must be done before this process ends; the last one added is done first. */
export function onEnd(task: Task): void {
  tasks.push(task)
}

export const isEnding = () => ending !== undefined

/** Ends this process in order, once, however often it is asked. */
export function end(code: number): Promise<never> {
  ending ??= finish(code)
  return ending
}

async function finish(code: number): Promise<never> {
  for (const task of tasks.reverse()) {
    try {
      await task()
    } catch (error) {
      console.error(error)
      process.exitCode = 1
    }
  }
  process.exit(process.exitCode ?? code)
}

/** Ends on Ctrl-C, on a kind `kill`, on a closed terminal, and when the npm that started us is gone. */
export function endWhenAsked(hurry: Task): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    let since = 0
    process.on(signal, () => {
      // Ctrl-C under npm comes twice at once: only a later one means that the person will not wait.
      if (since && performance.now() - since > 1000) hurry()
      since ||= performance.now()
      void end(0)
    })
  }
  // npm's shell does not pass a signal on.
  const parent = process.ppid
  if (!process.env.npm_lifecycle_event) return
  setInterval(() => {
    if (process.ppid !== parent) void end(0)
  }, 500).unref()
}
