import { cn } from '@/components/ui/cn'

/** The business's picture: its first letter. */
export function Avatar({ name, className }: { name: string; className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={cn(
        'grid shrink-0 place-items-center rounded-full bg-[#3f6e7c] text-[16px] font-medium text-white',
        className,
      )}
    >
      {[...name.trim()][0]?.toLocaleUpperCase() ?? '·'}
    </span>
  )
}
