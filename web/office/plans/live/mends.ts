import type { MarkerId } from '../../../../core/planning/markers.ts'
import type { PlanPart } from '../../../../core/planning/plan-facts.ts'
import { criterionOf, type CriterionId, type RequirementId } from '../../../../core/planning/requirements.ts'

/** Where something is mended: in a part of the plan, or at its site, where the intelligence stands. */
export type Mended = PlanPart | 'site'

const MENDED_IN: Readonly<Record<CriterionId, Mended>> = {
  certainty: 'site', deconfliction: 'deconfliction', secrecy: 'secrecy', offence: 'offences', alternatives: 'alternatives', authority: 'authority',
  expectations: 'expectations', contingency: 'contingency', safety: 'safety', segregation: 'segregation', suspects: 'suspects', evidence: 'evidence',
  identification: 'identification', interviews: 'interviews', 'cross-referencing': 'crossReferencing', care: 'care', transition: 'transition', status: 'status', media: 'media',
}

const MARKER_MENDED_IN: Readonly<Record<MarkerId, Mended>> = { B1: 'site', B2: 'site', B3: 'goal', B4: 'offences', B5: 'identification' }

/** What is lacking that another part than its own would mend. */
const ELSEWHERE: Readonly<Record<string, Mended>> = { 'care/nobody-expected-stated': 'expected', 'alternatives/no-rung': 'rung' }

export const mendedIn = (requirement: RequirementId, lack?: string): Mended => ELSEWHERE[lack ?? ''] ?? MENDED_IN[criterionOf(requirement)]

export const markerMendedIn = (marker: MarkerId): Mended => MARKER_MENDED_IN[marker]

export const criterionMendedIn = (criterion: CriterionId): Mended => MENDED_IN[criterion]

/** The criteria that a part answers. */
export const criteriaOfPart = (part: PlanPart): readonly CriterionId[] =>
  (Object.keys(MENDED_IN) as CriterionId[]).filter((id) => MENDED_IN[id] === part)
