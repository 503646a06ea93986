/** A word for a POSIX shell: nothing in it is expanded. A quote ends the quoted part, stands escaped, and opens it again. */
export const quoteForShell = (word: string) => `'${word.replaceAll("'", `'\\''`)}'`

/**
 * The request as a command for bash, zsh or sh. The token is not ours to show: the command reads it from the
 * environment variable VECTALK_TOKEN, so it can be pasted and run without putting a secret in the shell's history.
 * @param baseUrl without a slash at its end; `/messages` is added
 */
export function toCurl(baseUrl: string, payload: unknown): string {
  return [
    `curl -X POST ${quoteForShell(`${baseUrl}/messages`)}`,
    `-H "Authorization: Bearer $VECTALK_TOKEN"`,
    `-H ${quoteForShell('Content-Type: application/json')}`,
    `--data-raw ${quoteForShell(JSON.stringify(payload, null, 2))}`,
  ].join(' \\\n  ')
}
