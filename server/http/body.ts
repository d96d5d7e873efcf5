import { hasTooManyValues, MOST_VALUES } from '../../wire/api-questions.ts'
import { badInput, type BadInput, type Reading } from '../../wire/reading/bad-input.ts'
import { MOST_BYTES, textOf } from '../../wire/reading/bytes.ts'
import { readJson } from '../../wire/reading/json.ts'

/** What a problem calls the text it was found in; a request has no file name. */
export const BODY = 'body'

export type Body =
  | Extract<Reading, { readonly accepted: true }>
  | { readonly accepted: false; readonly bad: BadInput }
  | { readonly accepted: false; readonly turnedAway: 'request/other-format' | 'request/broken-off' }

/**
 * Reads a body as a file is read: UTF-8, strict JSON, no field twice, no deeper than 64, no larger than 5 MiB.
 *
 * Size is refused by what the sender announces, and again by what arrives, since the two may differ.
 */
export async function readBody(request: Request): Promise<Body> {
  const read = await readTextBody(request, 'application/json')
  if (!read.accepted) return read
  const json = readJson(BODY, read.text)
  return json.accepted && hasTooManyValues(json.value) ? { accepted: false, bad: tooMany } : json
}

export type TextBody = { readonly accepted: true; readonly text: string } | Exclude<Body, { readonly accepted: true }>

/** Reads a body of one kind as text, by the same limits. */
export async function readTextBody(request: Request, kind: string): Promise<TextBody> {
  if (!isPlain(request.headers, kind)) return { accepted: false, turnedAway: 'request/other-format' }
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES) return { accepted: false, bad: tooLarge }
  const bytes = await bytesOf(request).catch(() => null)
  if (bytes === null) return { accepted: false, turnedAway: 'request/broken-off' }
  if (bytes.length > MOST_BYTES) return { accepted: false, bad: tooLarge }
  return textOf(BODY, bytes)
}

const tooLarge = badInput(BODY, { code: 'reading/too-large', problem: 'the body is larger than is read', expected: `at most ${MOST_BYTES} bytes (5 MiB)` })

const tooMany = badInput(BODY, { code: 'reading/too-large', problem: 'there are too many values in the lists and groups', expected: `at most ${MOST_VALUES} values in all` })

/** UTF-8 is the only encoding of JSON between systems (RFC 8259, 8.1) and of tables here, and nothing is unpacked. */
function isPlain(headers: Headers, kind: string): boolean {
  const [type, ...parameters] = (headers.get('content-type') ?? '').toLowerCase().split(';').map((part) => part.trim())
  const encoding = headers.get('content-encoding') ?? 'identity'
  return type === kind && encoding.toLowerCase() === 'identity' && parameters.every((parameter) => /^(?:|charset="?utf-8"?)$/.test(parameter))
}

/** The bytes of a body, or as many as show that it is too large. */
async function bytesOf({ body }: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  if (body)
    for await (const chunk of body) {
      chunks.push(chunk)
      size += chunk.length
      if (size > MOST_BYTES) break
    }
  return Buffer.concat(chunks)
}
