/** The look of what floats over the page beside its opener: a menu, a popover. */
export const floatingClass =
  'z-50 animate-fade overflow-y-auto rounded-xl border bg-raised p-1.5 shadow-float outline-none'
