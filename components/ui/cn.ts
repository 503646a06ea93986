/** Class names joined, falsy ones dropped. */
export const cn = (...names: (string | false | null | undefined)[]) => names.filter(Boolean).join(' ')
