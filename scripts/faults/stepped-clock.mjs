// Loaded before a worker: its clock stands as far off as CLOCK_OFFSET_MS says, and steps that far again on SIGUSR2.
const step = Number(process.env.CLOCK_OFFSET_MS)
let offset = step
const real = Date
class SteppedDate extends real {
  constructor(...words) {
    if (words.length === 0) super(real.now() + offset)
    else super(...words)
  }
  static now() {
    return real.now() + offset
  }
}
globalThis.Date = SteppedDate
process.on('SIGUSR2', () => {
  offset = -offset
})
