/** A file of 200 MB on a slow line. What has not sent its headers within a minute is still cut off. */
const LONGEST_UPLOAD_MS = 30 * 60_000

/** Runs once as a web server starts: Node gives a request five minutes to come in whole, and Next has no setting for it. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'edge') {
    const { subscribe } = await import('node:diagnostics_channel')
    subscribe('http.server.request.start', (message) => {
      const { server } = message as { server: { requestTimeout: number } }
      server.requestTimeout = LONGEST_UPLOAD_MS
    })
  }
}
