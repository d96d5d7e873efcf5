import { z } from 'zod'
import type { CertaintyCase } from '../core/certainty/certainty-case.ts'
import type { Operation } from '../core/planning/operation.ts'
import { CertaintyCaseShape } from './certainty-case.ts'
import { operationShape } from './operation.ts'

/**
 * How much one request may ask.
 *
 * A program at the other end can send what no person would write. Computing takes time for each report, and again for
 * each one observed after the hour of entry, and everybody else waits meanwhile. The command line has no such limits.
 */
export const MOST_QUESTIONS = 100
export const MOST_REPORTS = 500
export const MOST_LATER_REPORTS = 20

/** More values than any operation has; what is wrong with each would fill the memory. */
export const MOST_VALUES = 20_000

/** One question or a list of them, each of which is answered in its order. */
export type OneOrMany<Asked> = Asked | Asked[]

/** The shape of a body. It is that of the value at hand, so that a problem is told for what was meant. */
export type ShapeOf<Asked> = (value: unknown) => z.ZodType<Asked>

/** What `POST /api/assess` takes. */
export const assessShape = (offenceIds: ReadonlySet<string>): ShapeOf<OneOrMany<Operation>> => {
  const shape = operationShape(offenceIds)
  return (value) => oneOrMany(shape, value)
}

/** What `POST /api/certainty` takes. */
export const certaintyShape: ShapeOf<OneOrMany<CertaintyCase>> = (value) => oneOrMany(CertaintyCaseShape, value)

type Question = Pick<Operation | CertaintyCase, 'at'> & { readonly reports: Operation['reports'] | CertaintyCase['reports'] }

function oneOrMany<Asked extends Question>(shape: z.ZodType<Asked>, value: unknown): z.ZodType<OneOrMany<Asked>> {
  if (!Array.isArray(value)) return shape.superRefine((asked, context) => refuseTooMuch([asked], context))
  return z
    .array(shape)
    .min(1)
    .max(MOST_QUESTIONS)
    .superRefine((asked, context) => refuseTooMuch(asked, context))
}

function refuseTooMuch(asked: readonly Question[], context: z.RefinementCtx): void {
  const reports = asked.flatMap(({ reports: told, at }) => (told === 'unknown' ? [] : told.map(({ observedAt }) => ({ isLater: observedAt > at }))))
  const refuse = (message: string) => context.addIssue({ code: 'custom', message: `${message} in one request; the command line has no such limit` })
  if (reports.length > MOST_REPORTS) refuse(`more than ${MOST_REPORTS} reports`)
  if (reports.filter(({ isLater }) => isLater).length > MOST_LATER_REPORTS) refuse(`more than ${MOST_LATER_REPORTS} reports observed after the hour of entry`)
}

/** Whether more values stand in lists and groups than are looked at. */
export function hasTooManyValues(value: unknown): boolean {
  let left = MOST_VALUES
  const count = (held: unknown): boolean => {
    if (typeof held !== 'object' || held === null) return false
    const inside = Object.values(held)
    left -= inside.length
    return left < 0 || inside.some(count)
  }
  return count(value)
}
