/**
 * For a process that the starter forks. It lives as long as its starter, since the channel between them closes however
 * the starter ends; and it lets Ctrl-C, which reaches the whole group, be the starter's affair, which ends us in order.
 */
export function liveWithStarter(): void {
  process.removeAllListeners('SIGINT')
  process.on('SIGINT', () => {})
  process.once('disconnect', () => {
    process.kill(process.pid, 'SIGTERM')
    setTimeout(() => process.exit(1), 20_000).unref()
  })
  process.channel?.unref()
}
