import { useDraft } from '../../form/use-draft.ts'
import type { ShownPart, ShownPlan } from '../plan-asked.ts'
import { declared, type DeclaredPartId } from '../declared/declared.ts'
import { contentOf, filledOf, NOTHING_FILLED, wantsIn, type Filled, type Wants } from '../declared/filled.ts'
import type { Json } from '../declared/json.ts'
import { filledOffences, offencesOf, wantsInOffences } from '../offences/offence-rows.ts'
import type { PlanPart } from '../../../../core/planning/plan-facts.ts'

/** A part as somebody is writing it, and what it was when they began. */
export interface PartDraft {
  readonly filled: Filled
  /** The entry by which the part was last written when this draft began; blank where nobody had written it. */
  readonly base: string
  /** The id under which it was first sent, so that it is kept once. */
  readonly sentAs: string
}

export const draftKey = (plan: string, part: PlanPart): string => `plan/${plan}/part/${part}`

export const partIn = (plan: ShownPlan, part: PlanPart): ShownPart => plan.parts.find((one) => one.part === part) ?? { part, content: null, written: null }

export const writtenBy = (plan: ShownPlan, part: PlanPart): string => partIn(plan, part).written?.entry ?? ''

/** What stands in the part, opened for writing. */
export const opened = (part: PlanPart, content: unknown): Filled =>
  content === null || content === undefined ? (part === 'offences' ? NOTHING_FILLED : filledOf(declared(part), null)) : part === 'offences' ? filledOffences(content) : filledOf(declared(part as DeclaredPartId), content)

/** What is sent, or what can be read of it so far. */
export const contentWritten = (part: PlanPart, filled: Filled, rows: 'all' | 'complete' = 'all'): Json =>
  part === 'offences' ? offencesOf(filled, rows) : contentOf(declared(part), filled, rows)

export const wantsOf = (part: PlanPart, filled: Filled): Wants => (part === 'offences' ? wantsInOffences(filled) : wantsIn(declared(part), filled))

export function usePartDraft(plan: ShownPlan, part: PlanPart) {
  const blank: PartDraft = { filled: opened(part, partIn(plan, part).content), base: writtenBy(plan, part), sentAs: '' }
  return useDraft<PartDraft>(draftKey(plan.id, part), blank)
}
