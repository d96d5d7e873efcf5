import type { Instant } from '../kernel/instant.ts'
import type { AnswerClock } from './clock.ts'
import { firstToldAt, type RequestOnFile } from './request.ts'

/** What whoever oversees the desk is asked to look at. Late is never a reason to refuse an answer. */
export const RIGHTS_CONCERNS = [
  'rights/overdue', 'rights/told-late', 'rights/identity-open', 'rights/go-between-in-the-files', 'rights/told-another-way', 'rights/complaint-not-told', 'rights/forgetting-not-asked',
] as const

export interface RightsConcern {
  readonly code: (typeof RIGHTS_CONCERNS)[number]
}

/** What stands out about a request at a moment, on its clock. */
export function rightsConcerns(request: RequestOnFile, { due }: AnswerClock, now: Instant): readonly RightsConcern[] {
  const { asked, whoAsks, answer, told, forgettings, closed } = request
  const toldAt = firstToldAt(request)
  const stands: Readonly<Record<RightsConcern['code'], boolean>> = {
    'rights/overdue': toldAt === null && closed === null && now > due,
    'rights/told-late': toldAt !== null && toldAt > due,
    'rights/identity-open': whoAsks.identity === 'not-established' && answer === null && closed === null,
    'rights/go-between-in-the-files': asked.through !== 'themselves' && whoAsks.goBetweenIs === 'in-the-files',
    'rights/told-another-way': told.some(({ how }) => how !== asked.channel),
    'rights/complaint-not-told': told.length > 0 && told.every(({ complaintTold }) => complaintTold !== 'yes'),
    'rights/forgetting-not-asked': asked.wants === 'erase' && answer !== null && answer.outcome.startsWith('granted') && forgettings.length === 0,
  }
  return RIGHTS_CONCERNS.filter((code) => stands[code]).map((code) => ({ code }))
}
