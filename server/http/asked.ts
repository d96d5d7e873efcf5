import type { Context } from 'hono'
import type { BadInput } from '../../wire/reading/bad-input.ts'
import type { Locate } from '../../wire/reading/place.ts'
import { readShape, type Shape } from '../../wire/reading/shape-problems.ts'
import type { Speak } from '../../wire/words.ts'
import { BODY, readBody } from './body.ts'
import { refuse, refuseBody } from './problem.ts'

/** What a request asks, or the answer that says why it is not read. */
export type Asked<Value> = { readonly accepted: true; readonly value: Value; readonly locate: Locate } | { readonly accepted: false; readonly response: Response }

/** `secrets` quotes nothing of a body back: what stands in the wrong place may be a password. */
export type Quoting = 'as-sent' | 'secrets'

/** The body of a request as its shape has it. The shape may depend on the value at hand. */
export async function askedIn<Value>(c: Context, speak: Speak, shapeOf: (value: unknown) => Shape<Value>, quoting: Quoting = 'as-sent'): Promise<Asked<Value>> {
  const read = await readBody(c.req.raw)
  if (!read.accepted) return { accepted: false, response: 'bad' in read ? refuseBody(speak, [quoting === 'secrets' ? unquoted(read.bad) : read.bad], CLOSE) : turnAway(speak, read.turnedAway) }
  const shaped = readShape(shapeOf(read.value), BODY, read)
  return shaped.accepted ? { ...shaped, locate: read.locate } : { accepted: false, response: refuseBody(speak, quoting === 'secrets' ? shaped.bad.map(unquoted) : shaped.bad) }
}

/** What the address of a request asks after its question mark. */
export function askedAfterMark<Value>(c: Context, speak: Speak, shape: Shape<Value>): Asked<Value> {
  const locate = () => null
  const shaped = readShape(shape, 'address', { value: c.req.query(), locate })
  return shaped.accepted ? { ...shaped, locate } : { accepted: false, response: refuseBody(speak, shaped.bad) }
}

/** Where a field has a name that is none of ours, the name itself was sent. */
const unquoted = (bad: BadInput): BadInput => {
  const isNamedByUs = bad.code === 'reading/missing-field' || bad.code === 'reading/wrong-value'
  return { ...bad, path: isNamedByUs ? bad.path : '', problem: bad.code === 'reading/missing-field' ? bad.problem : 'is not what belongs here' }
}

/** What is still on its way belongs to no answer any more. */
const CLOSE = { connection: 'close' }

export const turnAway = (speak: Speak, code: 'request/other-format' | 'request/broken-off', kind: 'application/json' | 'text/csv' = 'application/json'): Response =>
  code === 'request/other-format'
    ? refuse(speak, { code, detail: `Only ${kind === 'text/csv' ? 'a table' : 'JSON'} in UTF-8 is read, and nothing is unpacked.`, expected: `Content-Type: ${kind}, and no Content-Encoding` }, CLOSE)
    : refuse(speak, { code, detail: 'The connection ended early.' }, CLOSE)
