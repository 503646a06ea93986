import type { Locale } from '@/lib/domain/locale'
import type messages from '@/messages/pt-BR.json'

// Merging into next-intl's own declaration is how it learns our keys; only an interface can merge.
declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: typeof messages
  }
}
