import type { Handler } from 'hono'
import type { CertaintyCase } from '../../core/certainty/certainty-case.ts'
import { certaintyOf } from '../../core/certainty/certainty.ts'
import type { CertaintySent } from '../../wire/api.ts'
import { certaintyShape } from '../../wire/api-questions.ts'
import { certaintyAnswer } from '../../wire/assessment.ts'
import type { Catalogue } from '../catalogue.ts'
import { answerBody } from '../http/answers.ts'

/** How certain it is that victims are present, for one case or for each of a list. */
export function certainty({ inForce, speak }: Catalogue): Handler {
  const answer = (asked: CertaintyCase): CertaintySent => certaintyAnswer(certaintyOf(asked, inForce.certainty), speak)
  return (c) => answerBody(c, speak, certaintyShape, answer)
}
