import { never } from '../../core/kernel/defect.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import type { OrganisationId } from '../../core/kernel/organisation.ts'
import { requestAnswering, type RequestCommand, type RightsRefusal } from '../../core/rights/answer-request.ts'
import type { AnswerClock } from '../../core/rights/clock.ts'
import type { RequestState } from '../../core/rights/request.ts'
import type { RequestFact } from '../../core/rights/request-facts.ts'
import type { RequestAct, RequestReceivedSent } from './requests.ts'

/** What came of an act on a request: the fact to be kept, or the one reason why not. */
export type RequestActed = { readonly made: 'fact'; readonly fact: RequestFact } | { readonly made: 'refusal'; readonly refusal: RightsRefusal }

function decided(command: RequestCommand, request: RequestState): RequestActed {
  const decision = requestAnswering.decide(command, request)
  return decision.accepted ? { made: 'fact', fact: decision.facts[0]! } : { made: 'refusal', refusal: decision.refusal }
}

/** The fact by which a request begins, at the organisation of whoever takes it. */
export const receivingFact = ({ id: _id, occurredAt: _at, ...asked }: RequestReceivedSent, organisation: OrganisationId): RequestActed =>
  decided({ type: 'request/received', organisation, ...asked }, null)

/** What is decided on the version that whoever decides has seen. Everything else has happened already. */
const DETERMINATIONS: ReadonlySet<RequestAct['act']> = new Set(['extend', 'answer', 'lift-restriction', 'close'])
export const isRequestDetermination = ({ act }: RequestAct): boolean => DETERMINATIONS.has(act)

/** What an act on a request is decided on. */
export interface ActedOn {
  readonly request: RequestState
  readonly clock: AnswerClock
  readonly now: Instant
}

/** The fact that an act on a request comes to. */
export function factOfRequestAct(sent: RequestAct, { request, clock, now }: ActedOn): RequestActed {
  const { id: _id, occurredAt: _at, act: _act, ...said } = sent
  const observed = (fact: RequestFact): RequestActed => ({ made: 'fact', fact })
  switch (sent.act) {
    case 'extend':
      return decided({ type: 'extend', fact: { type: 'request/extended', until: sent.until, reason: sent.reason }, clock, now }, request)
    case 'answer':
      return decided({ type: 'request/answered', at: now, ...(said as Said<'answer'>) }, request)
    case 'lift-restriction':
      return decided({ type: 'request/restriction-lifted', ...(said as Said<'lift-restriction'>) }, request)
    case 'link-forgetting':
      return decided({ type: 'request/forgetting-asked', ...(said as Said<'link-forgetting'>) }, request)
    case 'close':
      return decided({ type: 'request/closed', ...(said as Said<'close'>) }, request)
    case 'check-identity':
      return observed({ type: 'request/identity-checked', ...(said as Said<'check-identity'>) })
    case 'note-holding':
      return observed({ type: 'request/holding-noted', ...(said as Said<'note-holding'>) })
    case 'tell':
      return observed({ type: 'request/told', ...(said as Said<'tell'>) })
    case 'correct':
      return observed({ type: 'request/correction-made', ...(said as Said<'correct'>) })
    case 'restrict':
      return observed({ type: 'request/restricted', ...(said as Said<'restrict'>) })
    case 'forward-complaint':
      return observed({ type: 'request/complaint-forwarded', ...(said as Said<'forward-complaint'>) })
    default:
      return never(sent)
  }
}

type Said<Act extends RequestAct['act']> = Omit<Extract<RequestAct, { act: Act }>, 'id' | 'occurredAt' | 'act'>
