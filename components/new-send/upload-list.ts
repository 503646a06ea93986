import * as z from 'zod/mini'
import { type ListProblemCode, listProblemSchema } from '@/lib/domain/recipient-list'

export type UploadFailure = {
  code: Exclude<ListProblemCode, 'interrupted'> | 'interrupted' | 'unreachable' | 'signedOut'
  line: number | null
  max?: number
}
type Outcome = { id: string } | UploadFailure | { code: 'stopped' }

/** A file on its way. `done` always answers. */
export type Upload = { done: Promise<Outcome>; stop: () => void }

const answerSchema = z.object({ id: z.string() })
const refusalSchema = z.object({ error: z.object({ code: z.string(), problem: z.optional(listProblemSchema) }) })

/**
 * Sends a file to become a recipient list. fetch tells nothing of what has left already: XMLHttpRequest does.
 * @param onProgress which part of it has left, from 0 to 1
 */
export function uploadList(file: File, onProgress: (sent: number) => void): Upload {
  const request = new XMLHttpRequest()
  const done = new Promise<Outcome>((resolve) => {
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 1)
    request.onload = () => resolve(readAnswer(request))
    request.onerror = () => resolve({ code: 'unreachable', line: null })
    request.onabort = () => resolve({ code: 'stopped' })
  })
  request.open('POST', `/api/recipient-lists?name=${encodeURIComponent(file.name)}`)
  request.setRequestHeader('content-type', 'application/octet-stream')
  request.send(file)
  return { done, stop: () => request.abort() }
}

function readAnswer({ status, responseText }: XMLHttpRequest): Outcome {
  if (status === 401) return { code: 'signedOut', line: null }
  let json: unknown
  try {
    json = JSON.parse(responseText)
  } catch {
    return { code: 'unexpected', line: null }
  }
  const made = answerSchema.safeParse(json)
  if (made.success) return made.data
  const refused = refusalSchema.safeParse(json)
  const problem = refused.success ? refused.data.error.problem : undefined
  return problem ?? { code: 'unexpected', line: null }
}
