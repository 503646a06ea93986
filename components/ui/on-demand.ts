import { useEffect, useSyncExternalStore } from 'react'

export type OnDemand<Module> = {
  /** Fetches the module, once. When that fails, as it does offline, the next time tries again. */
  want: () => void
  get: () => Module | null
  subscribe: (listener: () => void) => () => void
}

/** A module that no first sight of a page needs. */
export function onDemand<Module>(load: () => Promise<Module>): OnDemand<Module> {
  let module: Module | null = null
  let isComing = false
  const listeners = new Set<() => void>()
  return {
    want: () => {
      if (isComing) return
      isComing = true
      load().then(
        (loaded) => {
          module = loaded
          for (const listener of listeners) listener()
        },
        () => {
          isComing = false
        },
      )
    },
    get: () => module,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const nothing = () => null

/** The module once it is here. */
export const useOnDemand = <Module>(wanted: OnDemand<Module>): Module | null =>
  useSyncExternalStore(wanted.subscribe, wanted.get, nothing)

/** Fetches it when the page has come to rest, so that it is here by the time it is wanted, and without a connection too. */
export function useSoon({ want }: OnDemand<unknown>): void {
  useEffect(() => {
    // Safari has no idle callbacks.
    if (!window.requestIdleCallback) {
      const timer = window.setTimeout(want, 1500)
      return () => window.clearTimeout(timer)
    }
    const handle = window.requestIdleCallback(want, { timeout: 5000 })
    return () => window.cancelIdleCallback(handle)
  }, [want])
}
