import { VersionSkeleton } from '@/components/versions/version-skeleton'

export default VersionSkeleton
