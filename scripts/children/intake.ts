import '@/lib/intake/main'
import { liveWithStarter } from './with-starter'

liveWithStarter()
