import { mayRetry } from './read-json'

export const QUICK_MS = 1_000
export const CALM_MS = 20_000

// Background tabs ask nothing: react-query's default, and what keeps a tab left open all day from costing anything.
export const asking = { retry: mayRetry, refetchOnWindowFocus: true } as const
