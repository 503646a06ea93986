export const EDIT_TAB = 'editor-tab-edit'
export const EDIT_PANEL = 'editor-panel-edit'
export const PREVIEW_TAB = 'editor-tab-preview'
export const PREVIEW_PANEL = 'editor-panel-preview'
