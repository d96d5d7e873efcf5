import type { Access } from '../../core/kernel/access.ts'
import { Defect, never } from '../../core/kernel/defect.ts'
import { holderOf } from '../../core/kernel/id.ts'
import { instant } from '../../core/kernel/instant.ts'
import { Sensitive } from '../../core/kernel/sensitive.ts'
import type { PlanFact, PlanPart } from '../../core/planning/plan-facts.ts'
import type { PlanFactRead } from '../../core/planning/plan-file.ts'
import type { PlanStanding } from '../../core/planning/standing.ts'
import { inClear, type FiledFact, type HeldFact, type InClear } from './filed.ts'

/** The stream in which everything about a plan lies. */
export const planStream = (plan: string): string => `plan/${plan}`

/** A fact of a plan as it is filed: everything sealed under the plan, and in clear only what filters a list. */
export const filePlanFact = (plan: string, fact: PlanFact): FiledFact => ({
  type: fact.type,
  clear: clearOf(fact),
  told: { about: holderOf('plan', plan), said: new Sensitive<unknown>(fact) },
})

/** Ids, the hour, owners and dates. Not the basis of an urgent entry, which tells of a child, nor on which report leave depends. */
function clearOf(fact: PlanFact): InClear {
  switch (fact.type) {
    case 'plan/opened':
      return inClear({ number: fact.number, site: fact.site, hour: fact.at })
    case 'plan/part-written':
      return inClear({ part: fact.part, hour: fact.part === 'hour' ? fact.content.at : undefined })
    case 'plan/authorised':
      return inClear({ plan: fact.plan, site: fact.site, knownAt: fact.knownAt, condition: fact.condition ? 'yes' : 'no' })
    case 'plan/refused':
    case 'plan/stood-down':
      return inClear({ owner: fact.owner, reviewBy: fact.reviewBy })
    case 'plan/confirmed':
      return inClear({ report: fact.report })
    case 'plan/task-taken':
      return inClear({ task: fact.task, done: fact.done })
    case 'plan/urgent-declared':
      return inClear({ declaredAt: fact.declaration.at })
    case 'plan/entry-recorded':
      return inClear({ at: fact.at })
    default:
      return never(fact)
  }
}

/**
 * A fact of a plan as it is read. The words were written by `filePlanFact` and sealed to their entry.
 *
 * Where they are gone, that a plan was opened can still be told from what stands in clear, and of the rest only that it was.
 */
export function readPlanFact({ type, clear, said }: HeldFact, access: Access): PlanFactRead {
  if (said === null) throw new Defect(`an entry ${type} of a plan has no words`)
  if (typeof said === 'string') return withheld(type as PlanFact['type'], clear)
  const fact = said.reveal(access) as PlanFact
  if (fact.type !== type) throw new Defect(`an entry ${type} holds the words of another`)
  return fact
}

const withheld = (type: PlanFact['type'], { number, site, hour, part = null }: InClear): PlanFactRead =>
  type === 'plan/opened'
    ? { type, number: String(number), site: String(site), at: instant(Number(hour)) }
    : { type: 'words/withheld', of: type, part: part as PlanPart | null }

/** What an act leaves behind for a list; null where it changes nothing of the kind. */
export interface LeftByAct {
  readonly decided: Extract<PlanStanding, 'draft' | 'authorised' | 'authorised-on-condition' | 'refused'> | null
  readonly called: Extract<PlanStanding, 'urgent' | 'stood-down'> | null
  readonly entered: Extract<PlanStanding, 'entered'> | null
}

/**
 * Where an act leaves a plan, as a list can tell it without opening the file: the last of each kind, and of the kinds
 * what was entered before what was called, before what was decided.
 *
 * Whether leave has lapsed since is computed when the plan is opened.
 */
export function leftByAct(type: PlanFact['type'], { condition }: InClear): LeftByAct {
  const nothing: LeftByAct = { decided: null, called: null, entered: null }
  switch (type) {
    case 'plan/opened':
    case 'plan/part-written':
      return { ...nothing, decided: 'draft' }
    case 'plan/authorised':
      return { ...nothing, decided: condition === 'yes' ? 'authorised-on-condition' : 'authorised' }
    case 'plan/refused':
      return { ...nothing, decided: 'refused' }
    case 'plan/stood-down':
      return { ...nothing, called: 'stood-down' }
    case 'plan/urgent-declared':
      return { ...nothing, called: 'urgent' }
    case 'plan/entry-recorded':
      return { ...nothing, entered: 'entered' }
    case 'plan/confirmed':
    case 'plan/task-taken':
      return nothing
    default:
      return never(type)
  }
}
