import type { GateId, GateState } from '../certainty/gates.ts'
import { elementsIn } from '../law/element-matrix.ts'
import { answered, idsOf, lack, type Lack, type Met, type RequirementAnswer } from './answer.ts'
import { bestGrounded, type GroundedOffence } from './chosen-offence.ts'
import { RULES } from './criteria/rules.ts'
import type { Rule } from './criteria/rule.ts'
import { Defect } from '../kernel/defect.ts'
import type { AskedCertainty, Dossier } from './dossier.ts'
import { answerTo } from './facts.ts'
import type { Raid } from './operation.ts'
import { CRITERIA, CRITERION_IDS, criterionOf, requirementsOf, seenAfterwards, type CriterionId, type Phase, type RequirementId } from './requirements.ts'

/** How a criterion stands: holds, holds partly, fails, is unknown, or does not apply. */
export type Finding = 'holds' | 'partly' | 'fails' | 'unknown' | 'not-applicable'

export interface Requirement extends RequirementAnswer {
  readonly id: RequirementId
}

export interface Criterion {
  readonly id: CriterionId
  readonly phase: Phase
  readonly finding: Finding
  readonly restsOn: readonly string[]
  readonly requirements: readonly Requirement[]
  /** How many of its requirements nobody has told of. */
  readonly unknown: number
}

export const criteriaOf = (dossier: Dossier): readonly Criterion[] => CRITERION_IDS.map((id) => criterion(id, dossier))

function criterion(id: CriterionId, dossier: Dossier): Criterion {
  const asked = requirementsOf(id).filter((requirement) => dossier.operation.operation === 'past' || !seenAfterwards(requirement))
  const requirements = asked.map((requirement) => ({ id: requirement, ...answer(requirement, dossier) }))
  return {
    id,
    phase: CRITERIA[id].phase,
    finding: findingOf(requirements.map(({ met }) => AS_FINDING[met])),
    restsOn: [...new Set(requirements.flatMap(({ restsOn }) => restsOn))],
    requirements,
    unknown: requirements.filter(({ met }) => met === 'unknown').length,
  }
}

/** One answer, as it adds to a finding. */
export const AS_FINDING = { yes: 'holds', partly: 'partly', no: 'fails', unknown: 'unknown', 'not-applicable': 'not-applicable' } as const satisfies Record<Met, Finding>

/**
 * How parts add up, for the requirements of a criterion and for the criteria of a phase alike.
 *
 * One failure fails; else one that is partly so; else one that holds; else it is unknown. What is unknown beside it is
 * counted, and a verdict of smart tolerates none.
 */
export function findingOf(parts: readonly Finding[]): Finding {
  const found = (['fails', 'partly', 'holds', 'unknown'] as const).find((finding) => parts.includes(finding))
  return found ?? (parts.length > 0 ? 'not-applicable' : 'unknown')
}

function answer(requirement: RequirementId, dossier: Dossier): RequirementAnswer {
  const kind = criterionOf(requirement)
  if (kind === 'certainty') return certaintyAnswer(requirement, dossier)
  if (kind === 'offence') return offenceAnswer(requirement, dossier)
  const { operation, inForce } = dossier
  if (operation.operation === 'past') return answerTo(requirement, operation.facts)
  const rule = (RULES[kind] as Rule<CriterionId>)[requirement]
  if (!rule) throw new Defect(`no rule says how a plan meets ${requirement}`)
  return rule(operation, inForce.planning)
}

const BY_GATE = { open: 'yes', closed: 'no', unknown: 'unknown' } as const satisfies Record<GateState, Met>

/** Each gate is a requirement. On a unit's own plan an unknown gate fails it; of a past operation it stays unknown. */
function certaintyAnswer(requirement: RequirementId, { operation, certainty, counted }: Dossier): RequirementAnswer {
  const silence: Met = operation.operation === 'plan' ? 'no' : 'unknown'
  const gate = certainty?.answer.gates.find(({ id }) => requirement === `certainty/${id}`)
  if (!certainty || !gate) return { met: silence, restsOn: [], lacks: [lack('certainty/no-venue')] }
  if (counted.length === 0 && operation.operation === 'past' && REST_ON_REPORTS.has(gate.id)) return { met: 'unknown', restsOn: [], lacks: [lack('certainty/nothing-known')] }
  const met = gate.state === 'unknown' ? silence : BY_GATE[gate.state]
  return { met, restsOn: restsOfGate(gate.id, certainty, operation), lacks: met === 'yes' ? [] : [lack(gate.why, gate.figures)] }
}

/** Where no report is told of, these say nothing of a past operation; what was tried and explained is told apart from that. */
const REST_ON_REPORTS: ReadonlySet<GateId> = new Set(['number', 'independence', 'freshness'])

function restsOfGate(gate: GateId, { asked, answer: { roots } }: AskedCertainty, { attempts }: Raid): readonly string[] {
  if (gate === 'alternative') return asked.alternative ? ['alternative'] : []
  if (gate === 'disconfirmation') return attempts === 'unknown' ? [] : idsOf(attempts)
  return roots
}

function offenceAnswer(requirement: RequirementId, { operation, offences }: Dossier): RequirementAnswer {
  if (!offences) return { met: 'unknown', restsOn: [], lacks: [lack('offence/not-told')] }
  const best = bestGrounded(offences)
  if (!best) return answered([], [lack('offence/none')])
  if (requirement === 'offence/chosen') return answered([best.chosen], [])
  const met = operation.operation === 'plan' && best.supported === 'unknown' ? 'no' : best.supported
  return { met, restsOn: idsOf(best.chosen.support), lacks: [...lacking(best, 'nothing', 'offence/element-nothing'), ...lacking(best, 'unknown', 'offence/element-unknown')] }
}

const lacking = ({ matrix }: GroundedOffence, state: 'nothing' | 'unknown', code: string): readonly Lack[] =>
  elementsIn(matrix, state).map((element) => lack(code, { element }))
