export { ReadNotice } from '@/components/sends/read-notice'
export { ExportDialog } from './export-dialog'
