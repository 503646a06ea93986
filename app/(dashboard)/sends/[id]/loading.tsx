import { BesidePhoneSkeleton } from '@/components/phone/beside-phone-skeleton'

export default BesidePhoneSkeleton
