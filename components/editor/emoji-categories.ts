import {
  Car,
  Clock,
  Coffee,
  Flag,
  Hand,
  Hash,
  Leaf,
  Lightbulb,
  type LucideIcon,
  PartyPopper,
  Smile,
} from 'lucide-react'
import type { EmojiCategory } from '@/lib/domain/emoji'

export const CATEGORY_ICONS: Record<EmojiCategory | 'recent', LucideIcon> = {
  recent: Clock,
  faces: Smile,
  people: Hand,
  nature: Leaf,
  food: Coffee,
  places: Car,
  activities: PartyPopper,
  objects: Lightbulb,
  symbols: Hash,
  flags: Flag,
}
