import { memo } from 'react'
import type { PhoneSkin } from '@/lib/domain/phone-cuts'

/** The upper edge: a phone's clock and battery, or the window's three buttons. For the look alone. */
export const StatusBar = memo(function StatusBar({ skin, time }: { skin: PhoneSkin; time: string }) {
  if (skin === 'web') {
    return (
      <div className="flex h-7 shrink-0 items-center gap-1.5 bg-(--phone-edge) px-3" aria-hidden="true">
        {['bg-[#ff5f57]', 'bg-[#febc2e]', 'bg-[#28c840]'].map((color) => (
          <span key={color} className={`size-2.5 rounded-full ${color}`} />
        ))}
        <span className="ml-2 h-4 flex-1 rounded-full bg-white/15" />
      </div>
    )
  }
  return skin === 'iphone' ? (
    <div
      className="relative flex h-10 shrink-0 items-center justify-between px-7 pt-2.5 text-[13px] font-semibold"
      aria-hidden="true"
    >
      <span className="tabular-nums">{time}</span>
      <span className="absolute top-2.5 left-1/2 h-[22px] w-[76px] -translate-x-1/2 rounded-full bg-black" />
      <span className="flex items-center gap-1.5">
        <svg aria-hidden="true" viewBox="0 0 16 10" className="h-2.5 w-4 fill-current">
          <rect y="7" width="2.8" height="3" rx=".8" />
          <rect x="4.2" y="4.8" width="2.8" height="5.2" rx=".8" />
          <rect x="8.4" y="2.4" width="2.8" height="7.6" rx=".8" />
          <rect x="12.6" width="2.8" height="10" rx=".8" />
        </svg>
        <Battery className="h-3 w-6" />
      </span>
    </div>
  ) : (
    <div
      className="relative flex h-8 shrink-0 items-center justify-between px-6 pt-2 text-[12px] font-medium"
      aria-hidden="true"
    >
      <span className="tabular-nums">{time}</span>
      <span className="absolute top-2.5 left-1/2 size-3 -translate-x-1/2 rounded-full bg-black" />
      <span className="flex items-center gap-1">
        <svg aria-hidden="true" viewBox="0 0 14 12" className="h-3 w-3.5 fill-current">
          <path d="M13 1v9.6a.9.9 0 0 1-.9.9H2.2c-.8 0-1.2-.9-.6-1.5L11.5.4c.6-.6 1.5-.2 1.5.6Z" />
        </svg>
        <Battery className="h-2.5 w-5" />
      </span>
    </div>
  )
})

const Battery = ({ className }: { className: string }) => (
  <svg aria-hidden="true" viewBox="0 0 12 6" className={className}>
    <rect x=".4" y=".4" width="9.8" height="5.2" rx="1.6" className="fill-none stroke-current stroke-[0.7]" />
    <rect x="1.3" y="1.3" width="6.4" height="3.4" rx="0.8" className="fill-current" />
    <rect x="10.8" y="2" width="0.9" height="2" rx="0.4" className="fill-current" />
  </svg>
)
