export { ReadNotice } from '@/components/sends/read-notice'
export { ExportDialog } from './export-dialog'
export { FreshPill } from './fresh-pill'
