/** Stands where a text is still missing. Faint, but readable. */
export function Ghost({ children }: { children: string }) {
  return <span className="text-(--phone-ghost) italic">{children}</span>
}
