import type { Site } from '../../core/intelligence/site.ts'
import type { CaseRole } from '../../core/kernel/access.ts'
import type { Decision } from '../../core/kernel/decider.ts'
import { never } from '../../core/kernel/defect.ts'
import type { ActorId, ReportId } from '../../core/kernel/id.ts'
import { instant, type Instant } from '../../core/kernel/instant.ts'
import { authorise, type AuthoriseRefusal } from '../../core/planning/authorise.ts'
import type { InForce } from '../../core/planning/dossier.ts'
import type { PlannedOperation } from '../../core/planning/operation.ts'
import type { NotActing, PlanFact } from '../../core/planning/plan-facts.ts'
import type { PlanFile } from '../../core/planning/plan-file.ts'
import { atTheDoor } from '../../core/planning/planned-operation.ts'
import { readRaid } from '../../core/planning/readiness.ts'
import { refusePlan, type RefusePlanRefusal } from '../../core/planning/refuse-plan.ts'
import { checkOperation } from '../operation-checks.ts'
import { badInput, type BadInput } from '../reading/bad-input.ts'
import type { Locate, Path } from '../reading/place.ts'
import type { PlanAct } from './plan-acts.ts'
import { readPart } from './plan-parts.ts'

/** Who acts, as what, and when by the server's clock. */
export interface Acting {
  readonly by: ActorId
  readonly role: CaseRole
  readonly at: Instant
}

/** What an act is decided on: the plan and its site as known now, as one operation too. */
export interface PlanAtHand {
  readonly plan: PlanFile
  readonly site: Pick<Site, 'version' | 'reports'>
  readonly operation: PlannedOperation
  readonly inForce: InForce
  /** The policy in force, by its versions. */
  readonly policy: readonly string[]
}

export type PlanRefusal = AuthoriseRefusal | RefusePlanRefusal

/** What came of an act: the fact to be kept, what is wrong with what was sent and where, or the one reason why not. */
export type PlanActed =
  | { readonly made: 'fact'; readonly fact: PlanFact }
  | { readonly made: 'problems'; readonly bad: readonly BadInput[] }
  | { readonly made: 'refusal'; readonly refusal: PlanRefusal }

/** The streams whose version an act is decided on. Whatever is not here is an observation, and is always kept. */
export const DECIDED_ON = {
  write: ['plan'], authorise: ['plan', 'site'], refuse: ['plan'],
  'stand-down': [], confirm: [], 'declare-urgent': [], 'take-task': [], 'record-entry': [],
} as const satisfies Record<PlanAct['act'], readonly ('plan' | 'site')[]>

/** When an act happened: when whoever records it says; a decision, when it is made. */
export const planActHappenedAt = (act: PlanAct, now: Instant): Instant => (DECIDED_ON[act.act].length > 0 ? now : (act.occurredAt ?? now))

/** What comes of an act. `locate` finds places in the body; the path of a problem with a part is told from its content. */
export function readPlanAct(act: PlanAct, acting: Acting, hand: PlanAtHand, locate: Locate): PlanActed {
  switch (act.act) {
    case 'write':
      return writePart(act, hand, locate)
    case 'authorise': {
      const { plan, site, policy } = hand
      return decided(authorise(acting, { plan, site, policy, reading: readRaid(atTheDoor(hand.operation, acting.at), hand.inForce) }))
    }
    case 'refuse':
      return decided(refusePlan({ ...acting, ...notActing(act) }, hand.plan))
    case 'stand-down':
      return fact({ type: 'plan/stood-down', ...notActing(act) })
    case 'confirm':
      return fact({ type: 'plan/confirmed', report: act.report as ReportId })
    case 'declare-urgent':
      return declareUrgent(act, acting, hand, locate)
    case 'take-task':
      return fact({ type: 'plan/task-taken', task: act.task, owner: act.owner, done: act.done })
    case 'record-entry':
      return act.at > acting.at
        ? problems(wrong(locate, ['at'], 'lies in the future; an entry is recorded when it has happened'))
        : fact({ type: 'plan/entry-recorded', at: act.at, says: act.says })
    default:
      return never(act)
  }
}

const fact = (made: PlanFact): PlanActed => ({ made: 'fact', fact: made })
const problems = (...bad: readonly BadInput[]): PlanActed => ({ made: 'problems', bad })

const decided = (decision: Decision<PlanFact, PlanRefusal>): PlanActed => {
  if (!decision.accepted) return { made: 'refusal', refusal: decision.refusal }
  return fact(decision.facts[0]!)
}

function writePart({ part, content }: Extract<PlanAct, { act: 'write' }>, { operation, inForce }: PlanAtHand, locate: Locate): PlanActed {
  const context = { operation, offenceIds: new Set(inForce.law.keys()), policy: inForce.certainty }
  const read = readPart(part, { value: content, locate: (path, piece) => locate(['content', ...path], piece) }, context)
  return read.accepted ? fact(read.value) : problems(...read.bad)
}

const notActing = ({ because, owner, reviewBy }: { readonly because: string; readonly owner: string; readonly reviewBy: Instant }): NotActing => ({ because, owner: owner as ActorId, reviewBy })

/**
 * Anybody may declare danger, and nothing is weighed. Only what the basis itself asks for is asked: a child exploited now
 * is declared on a report, and danger to life on nothing but reasons.
 */
function declareUrgent(act: Extract<PlanAct, { act: 'declare-urgent' }>, { by, at }: Acting, { operation, inForce }: PlanAtHand, locate: Locate): PlanActed {
  const { basis, reasons, restsOn } = act
  const declaration = { declaredBy: by, at: planActHappenedAt(act, at), basis, reasons, restsOn }
  const declared = { ...operation, at: instant(Math.max(operation.at, declaration.at)), urgent: { ...declaration, tasks: [] } }
  const found = checkOperation(declared, { offenceIds: new Set(inForce.law.keys()), policy: inForce.certainty }).filter(({ path }) => path[0] === 'urgent')
  if (found.length === 0) return fact({ type: 'plan/urgent-declared', declaration })
  return problems(...found.map(({ path, message }) => wrong(locate, path.slice(1), message)))
}

const wrong = (locate: Locate, path: Path, problem: string): BadInput => badInput('body', { code: 'reading/wrong-value', place: locate(path), path, problem })
