import type { Handler } from 'hono'
import type { Operation } from '../../core/planning/operation.ts'
import { readOperation } from '../../core/planning/readiness.ts'
import type { AssessmentSent } from '../../wire/api.ts'
import { assessShape } from '../../wire/api-questions.ts'
import { assessmentAnswer } from '../../wire/assessment.ts'
import type { Catalogue } from '../catalogue.ts'
import { answerBody } from '../http/answers.ts'

/** Smart, not ready or blind, for one operation or for each of a list. */
export function assess({ offenceIds, inForce, speak }: Catalogue): Handler {
  const shapeOf = assessShape(offenceIds)
  const answer = (operation: Operation): AssessmentSent => assessmentAnswer(readOperation(operation, inForce), speak)
  return (c) => answerBody(c, speak, shapeOf, answer)
}
