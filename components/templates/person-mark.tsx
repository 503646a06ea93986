const initialsOf = (name: string) =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .filter((_, i, all) => i === 0 || i === all.length - 1)
    .map((word) => [...word][0]?.toUpperCase() ?? '')
    .join('')

/** A person at a glance; the name itself stands beside it. */
export function PersonMark({ name }: { name: string }) {
  return (
    <span
      aria-hidden
      className="grid size-5.5 shrink-0 place-items-center rounded-full bg-accent-soft text-[0.6667rem] font-semibold text-accent"
    >
      {initialsOf(name) || '?'}
    </span>
  )
}
