import type { ContactTarget } from '@/lib/domain/contact-target'

/** Whom a dialog is about: a name where it is one person. */
export type Chosen = { target: ContactTarget; count: number; name: string | null }
