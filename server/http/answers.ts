import { setImmediate } from 'node:timers/promises'
import type { Context } from 'hono'
import type { OneOrMany, ShapeOf } from '../../wire/api-questions.ts'
import type { Speak } from '../../wire/words.ts'
import { askedIn, turnAway } from './asked.ts'

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
  const read = await askedIn(c, speak, shapeOf)
  if (!read.accepted) return read.response
  if (!Array.isArray(read.value)) return c.json(answer(read.value))
  const answers: Answer[] = []
  for (const asked of read.value) {
    await setImmediate()
    if (c.req.raw.signal.aborted) return turnAway(speak, 'request/broken-off')
    answers.push(answer(asked))
  }
  return c.json(answers)
}
