/** The four parts of an operation that are judged apart: good intelligence does not excuse a bad aftermath. */
export const PHASES = ['intelligence', 'plan', 'entry', 'aftermath'] as const
export type Phase = (typeof PHASES)[number]

/** Each criterion of a smart raid with its phase and the requirements it is made of. Source: design/readiness.md. */
export const CRITERIA = {
  certainty: { phase: 'intelligence', asks: ['number', 'independence', 'freshness', 'disconfirmation', 'alternative'] },
  deconfliction: { phase: 'intelligence', asks: ['checked'] },
  secrecy: { phase: 'intelligence', asks: ['told', 'complicity'] },
  offence: { phase: 'plan', asks: ['chosen', 'supported'] },
  alternatives: { phase: 'plan', asks: ['lesser-rungs'] },
  authority: { phase: 'plan', asks: ['no-partner-enforces', 'women-officers', 'no-quota', 'no-private-custody'] },
  expectations: { phase: 'plan', asks: ['briefed'] },
  contingency: { phase: 'plan', asks: ['prepared'] },
  safety: { phase: 'entry', asks: ['everyone-considered', 'nobody-harmed'] },
  segregation: { phase: 'entry', asks: ['zones', 'vehicles', 'separators', 'hidden-controllers'] },
  suspects: { phase: 'entry', asks: ['rights', 'custody-place', 'medical'] },
  evidence: { phase: 'entry', asks: ['recorder', 'exhibits', 'custody', 'prosecutor'] },
  identification: { phase: 'aftermath', asks: ['screening', 'decider', 'standard'] },
  interviews: { phase: 'aftermath', asks: ['interviewers', 'place', 'interpreters', 'children'] },
  'cross-referencing': { phase: 'aftermath', asks: ['contact-log', 'comparer'] },
  care: { phase: 'aftermath', asks: ['places', 'transport', 'medical', 'advocates', 'guardian', 'shelter-security', 'held'] },
  transition: { phase: 'aftermath', asks: ['handover'] },
  status: { phase: 'aftermath', asks: ['non-punishment', 'immigration-firewall', 'nobody-accused'] },
  media: { phase: 'aftermath', asks: ['none-embedded', 'release-officer'] },
} as const satisfies Record<string, { readonly phase: Phase; readonly asks: readonly string[] }>

export type CriterionId = keyof typeof CRITERIA

/** One thing a criterion asks for, such as `segregation/zones`. */
export type RequirementId = { [C in CriterionId]: `${C}/${(typeof CRITERIA)[C]['asks'][number]}` }[CriterionId]
export type RequirementOf<C extends CriterionId> = `${C}/${(typeof CRITERIA)[C]['asks'][number]}`

export const CRITERION_IDS = Object.keys(CRITERIA) as readonly CriterionId[]

export const requirementsOf = (criterion: CriterionId): readonly RequirementId[] =>
  CRITERIA[criterion].asks.map((asked) => `${criterion}/${asked}` as RequirementId)

export const REQUIREMENT_IDS: readonly RequirementId[] = CRITERION_IDS.flatMap(requirementsOf)

/** Computed from what is known of the site and the law, and never answered by a statement. */
const COMPUTED: ReadonlySet<CriterionId> = new Set(['certainty', 'offence'])

export const answeredByFacts = (requirement: RequirementId): boolean => !COMPUTED.has(criterionOf(requirement))

export const criterionOf = (requirement: RequirementId): CriterionId => requirement.slice(0, requirement.indexOf('/')) as CriterionId

/** What can be seen only when an operation is over; a plan is not asked. */
const SEEN_AFTERWARDS: ReadonlySet<RequirementId> = new Set(['safety/nobody-harmed', 'care/held'])

export const seenAfterwards = (requirement: RequirementId): boolean => SEEN_AFTERWARDS.has(requirement)
