import '@/lib/worker/main'
import { liveWithStarter } from './with-starter'

liveWithStarter()
