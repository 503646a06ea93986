import {
  BellOff,
  CircleCheck,
  CircleQuestionMark,
  ClockAlert,
  Copy,
  type LucideIcon,
  MailCheck,
  PhoneOff,
  Ruler,
  TextCursorInput,
  WandSparkles,
} from 'lucide-react'
import type { RowsAsked } from './list-reads'

/** How each verdict looks: its icon and its colour, never the colour alone. `bar` is its share of the line over all. */
export const VERDICT_LOOKS: Record<RowsAsked, { Icon: LucideIcon; tone: string; bar: string }> = {
  open: { Icon: CircleCheck, tone: 'text-success', bar: 'bg-success' },
  unknown: { Icon: CircleQuestionMark, tone: 'text-info', bar: 'bg-info' },
  closed: { Icon: ClockAlert, tone: 'text-warning', bar: 'bg-warning' },
  repeated: { Icon: MailCheck, tone: 'text-accent', bar: 'bg-accent' },
  optedOut: { Icon: BellOff, tone: 'text-muted', bar: 'bg-line-strong' },
  duplicate: { Icon: Copy, tone: 'text-muted', bar: 'bg-line-strong' },
  invalid: { Icon: PhoneOff, tone: 'text-danger', bar: 'bg-danger' },
  variableMissing: { Icon: TextCursorInput, tone: 'text-danger', bar: 'bg-danger' },
  repaired: { Icon: WandSparkles, tone: 'text-muted', bar: 'bg-hover' },
  tooLong: { Icon: Ruler, tone: 'text-danger', bar: 'bg-danger' },
}
