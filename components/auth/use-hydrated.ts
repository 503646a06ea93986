import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** False until this page's script runs. A form sent before that would be sent by the browser itself, and lost. */
export const useHydrated = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
