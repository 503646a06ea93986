'use client'

import { createContext, useContext } from 'react'
import type { TemplateView } from '@/lib/domain/list-template'
import { type Cell, createCell, useCell } from './cell'

/** The IDs that left in a Send of this saved list, and those of them that the person has agreed to change. */
export type SentRowIds = { saved: Cell<TemplateView | null>; agreed: Set<string> }

const SentRowIdsContext = createContext<SentRowIds>({ saved: createCell<TemplateView | null>(null), agreed: new Set() })
export const SentRowIdsProvider = SentRowIdsContext

export const useAgreed = () => useContext(SentRowIdsContext).agreed

export const useIsSentRowId = (id: string): boolean =>
  useCell(useContext(SentRowIdsContext).saved, (template) => !!id && !!template?.sentRowIds.includes(id))
