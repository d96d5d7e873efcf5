import type { Decision } from '../../core/kernel/decider.ts'
import { never } from '../../core/kernel/defect.ts'
import type { ActorId } from '../../core/kernel/id.ts'
import type { OrganisationId } from '../../core/kernel/organisation.ts'
import type { Refusal } from '../../core/refusals.ts'
import { askForgetting, secondForgetting, type WithinReach } from '../../core/retention/forget.ts'
import type { KeepingFact } from '../../core/retention/keeping-facts.ts'
import type { Keeping } from '../../core/retention/keeping.ts'
import { liftHold, setReviewDay, type Term } from '../../core/retention/review-keeping.ts'
import type { KeepingAct } from './retention-acts.ts'

/** What an act on keeping is decided on. `within` is what a forgetting would reach as it stands now. */
export interface KeepingContext {
  readonly by: ActorId
  readonly organisation: OrganisationId
  readonly keeping: Keeping
  readonly within: WithinReach
  readonly term: Term
}

/** The fact an act comes to, or the one reason why it does not. */
export function decideKeeping(act: KeepingAct, { by, organisation, keeping, within, term }: KeepingContext): Decision<KeepingFact, Refusal> {
  const { now: at, policy } = term
  switch (act.act) {
    case 'place-hold':
      return { accepted: true, facts: [{ type: 'hold/placed', hold: act.id, ground: act.ground, reference: act.reference, reviewBy: act.reviewBy, organisation }] }
    case 'lift-hold':
      return liftHold({ hold: act.hold, ground: act.ground, organisation }, keeping)
    case 'set-review':
      return setReviewDay({ type: 'retention/set', reviewBy: act.reviewBy, ground: act.ground }, term)
    case 'keep':
      return setReviewDay({ type: 'retention/reviewed', outcome: 'keep', reviewBy: act.reviewBy, ground: act.ground }, term)
    case 'release':
      return { accepted: true, facts: [{ type: 'retention/reviewed', outcome: 'may-be-forgotten', ground: act.ground }] }
    case 'ask-forgetting':
      return askForgetting({ asking: act.id, ground: act.ground, reach: act.reach, by, at }, keeping, within)
    case 'second-forgetting':
      return secondForgetting({ asking: act.asking, seen: act.seen, by, at }, keeping, within, policy)
    default:
      return never(act)
  }
}
