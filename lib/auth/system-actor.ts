import type { Actor } from '@/lib/domain/actor'

type SystemActor = Extract<Actor, { kind: 'system' }>

/** One of our own processes, acting for nobody in particular. */
export const systemActor = (name: SystemActor['name']): SystemActor => ({ kind: 'system', name }) as SystemActor
