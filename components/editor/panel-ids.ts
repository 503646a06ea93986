import type { EditorView } from './editor'

export const EDIT_PANEL = 'editor-panel-edit'
export const CODE_PANEL = 'editor-panel-code'
export const PREVIEW_PANEL = 'editor-panel-preview'

/** Where tabs stand: in the head of a small screen, or above the form. */
export type ViewTabsPlace = 'head' | 'form'

export const tabId = (view: EditorView, place: ViewTabsPlace) => `editor-${place}-tab-${view}`
