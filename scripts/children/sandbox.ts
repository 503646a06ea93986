import '@/lib/sandbox/main'
import { liveWithStarter } from './with-starter'

liveWithStarter()
