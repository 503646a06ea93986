import { useSyncExternalStore } from 'react'

/** A value with listeners: what many leaves read a part of, without their parents drawing again. */
export type Cell<T> = {
  get: () => T
  set: (next: T) => void
  subscribe: (listener: () => void) => () => void
}

export function createCell<T>(first: T): Cell<T> {
  let value = first
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return
      value = next
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** A part of the cell. `select` must give the same thing for the same value: a text, a number, or an object that lies in it. */
export function useCell<T, Part>(cell: Cell<T>, select: (value: T) => Part): Part {
  const read = () => select(cell.get())
  return useSyncExternalStore(cell.subscribe, read, read)
}

export const useWholeCell = <T>(cell: Cell<T>): T => useSyncExternalStore(cell.subscribe, cell.get, cell.get)
