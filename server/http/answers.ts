import { setImmediate } from 'node:timers/promises'
import type { Context } from 'hono'
import type { OneOrMany, ShapeOf } from '../../wire/api-questions.ts'
import { readShape } from '../../wire/reading/shape-problems.ts'
import type { Speak } from '../../wire/words.ts'
import { BODY, readBody } from './body.ts'
import { refuse, refuseBody } from './problem.ts'

/**
 * Answers what a body asks: one question with one answer, a list with a list in its order.
 *
 * Between two answers others get their turn, and nothing more is computed for somebody who has left.
 */
export async function answerBody<Asked extends object, Answer extends object>(
  c: Context,
  speak: Speak,
  shapeOf: ShapeOf<OneOrMany<Asked>>,
  answer: (asked: Asked) => Answer,
): Promise<Response> {
  const read = await readBody(c.req.raw)
  if (!read.accepted) return 'bad' in read ? refuseBody(speak, [read.bad], CLOSE) : turnAway(speak, read.turnedAway)
  const shaped = readShape(shapeOf(read.value), BODY, read)
  if (!shaped.accepted) return refuseBody(speak, shaped.bad)
  if (!Array.isArray(shaped.value)) return c.json(answer(shaped.value))
  const answers: Answer[] = []
  for (const asked of shaped.value) {
    await setImmediate()
    if (c.req.raw.signal.aborted) return turnAway(speak, 'request/broken-off')
    answers.push(answer(asked))
  }
  return c.json(answers)
}

/** What is still on its way belongs to no answer any more. */
const CLOSE = { connection: 'close' }

const turnAway = (speak: Speak, code: 'request/other-format' | 'request/broken-off'): Response =>
  code === 'request/other-format'
    ? refuse(speak, { code, detail: 'Only JSON in UTF-8 is read, and nothing is unpacked.', expected: 'Content-Type: application/json, and no Content-Encoding' }, CLOSE)
    : refuse(speak, { code, detail: 'The connection ended early.' }, CLOSE)
