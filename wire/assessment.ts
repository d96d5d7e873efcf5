import type { Certainty } from '../core/certainty/certainty.ts'
import type { ConditionalAuthority } from '../core/certainty/conditional-authority.ts'
import type { Step } from '../core/certainty/estimate.ts'
import { isoOf } from '../core/kernel/instant.ts'
import { concernsOf } from '../core/planning/concerns.ts'
import { AS_FINDING, findingOf, type Criterion, type Finding } from '../core/planning/criteria.ts'
import type { LeadReading } from '../core/planning/missed-lead.ts'
import type { RaidReading, Reading } from '../core/planning/readiness.ts'
import { PHASES, type Phase } from '../core/planning/requirements.ts'
import type { Speak } from './words.ts'

/** The answer to one certainty case as it leaves the system: instants as text, reasons in words. */
export const certaintyAnswer = (certainty: Certainty, speak: Speak) => ({
  probability: certainty.probability,
  p10: certainty.p10,
  p50: certainty.p50,
  p90: certainty.p90,
  gates: certainty.gates.map(({ id, state, why, figures }) => ({ id, state, why: speak(why, figures), code: why })),
  validUntil: certainty.validUntil === null ? null : isoOf(certainty.validUntil),
  steps: certainty.steps.map((step) => ({ ...stepAnswer(step), says: sayStep(step, speak) })),
  roots: certainty.roots,
  at: isoOf(certainty.at),
  knownAt: isoOf(certainty.knownAt),
  circles: certainty.lineage.circles,
  sharedOrigins: certainty.lineage.sharedOrigins,
  drawing: certainty.drawing,
})

const stepAnswer = (step: Step) => {
  if (step.step === 'wait') return { ...step, from: isoOf(step.from), to: isoOf(step.to) }
  return step.step === 'shock' ? { ...step, at: isoOf(step.at) } : step
}

/** One step of the explanation in words, with its report as the reader calls it: by its id unless told otherwise. */
export function sayStep(step: Step, speak: Speak, called: (id: string) => string = (id) => id): string {
  switch (step.step) {
    case 'prior':
      return speak('step.prior', { alpha: step.alpha, beta: step.beta })
    case 'wait':
      return speak(`step.wait-${step.pace}`, { days: step.days, halfLifeDays: step.halfLifeDays })
    case 'report':
      return speak(step.endsShock ? 'step.report-ends-shock' : 'step.report', { id: called(step.id), factor: step.factor })
    case 'no-weight':
      return speak(`step.no-weight-${step.because}`, { id: called(step.id) })
    case 'shock':
      return speak('step.shock', { shock: step.kind, halfLifeDays: step.halfLifeDays })
  }
}

/** The answer to one operation as it leaves the system. `verdict` is null on the urgent track. */
export const assessmentAnswer = (reading: Reading, speak: Speak) =>
  reading.read === 'lead' ? leadAnswer(reading, speak) : raidAnswer(reading, speak)

export type AssessmentAnswer = ReturnType<typeof assessmentAnswer>

const raidAnswer = (reading: RaidReading, speak: Speak) => ({
  name: reading.dossier.operation.name,
  verdict: reading.verdict,
  track: reading.track,
  phases: Object.fromEntries(PHASES.map((id) => [id, reading.phases[id].finding])) as Record<Phase, Finding>,
  markers: reading.markers.map(({ id, state, why, restsOn }) => ({ id, state, why: speak(why), restsOn })),
  criteria: reading.criteria.map((criterion) => criterionAnswer(criterion, speak)),
  certainty: reading.certainty && certaintyAnswer(reading.certainty, speak),
  certaintyAtLatest: latestAnswer(reading.dossier.certainty?.latest ?? null),
  conditionalAuthority: reading.conditional && conditionalAnswer(reading.conditional),
  unknown: reading.unknown,
  urgentTasks: reading.urgent.map((task) => ({ ...task, due: isoOf(task.due) })),
  concerns: concernsAnswer(reading, speak),
})

const concernsAnswer = (reading: Reading, speak: Speak) =>
  concernsOf(reading).map(({ code, restsOn }) => ({ code, says: speak(`concern.${code}`), restsOn }))

const criterionAnswer = ({ id, phase, finding, restsOn, requirements, unknown }: Criterion, speak: Speak) => ({
  id,
  phase,
  finding,
  restsOn,
  unknown,
  requirements: requirements.map((requirement) => ({
    id: requirement.id,
    met: requirement.met,
    restsOn: requirement.restsOn,
    lacks: requirement.lacks.map(({ code, figures }) => speak(code, figures)),
  })),
})

/** What the number would be had everything been seen as late as an inexact account allows. */
const latestAnswer = (latest: Certainty | null) =>
  latest && { probability: latest.probability, p10: latest.p10, p50: latest.p50, p90: latest.p90 }

const conditionalAnswer = ({ notOlderThanDays, seenAfter, confirmedBy }: ConditionalAuthority) => ({
  notOlderThanDays,
  seenAfter: isoOf(seenAfter),
  confirmedBy,
})

/** A lead has no plan, no entry and no aftermath; only its handling is judged. */
const leadAnswer = (reading: LeadReading, speak: Speak) => ({
  name: reading.operation.name,
  verdict: reading.verdict,
  track: reading.track,
  phases: Object.fromEntries(PHASES.map((id) => [id, id === 'intelligence' ? leadFinding(reading) : 'not-applicable'])) as Record<Phase, Finding>,
  markers: [],
  criteria: reading.requirements.map(({ id, met, restsOn }) => ({
    id,
    phase: 'intelligence' as const,
    finding: AS_FINDING[met],
    restsOn,
    unknown: met === 'unknown' ? 1 : 0,
    requirements: [{ id, met, restsOn, lacks: met === 'no' || met === 'unknown' ? [speak(id)] : [] }],
  })),
  certainty: reading.certainty && certaintyAnswer(reading.certainty, speak),
  certaintyAtLatest: latestAnswer(reading.latest),
  conditionalAuthority: null,
  unknown: { of: reading.requirements.length, count: reading.requirements.filter(({ met }) => met === 'unknown').length },
  urgentTasks: [],
  concerns: concernsAnswer(reading, speak),
})

/** What is not shown to have been done counts as not done (docs/decisions/0008). */
const leadFinding = ({ verdict, requirements }: LeadReading): Finding => (verdict === 'missed' ? 'fails' : findingOf(requirements.map(({ met }) => AS_FINDING[met])))

/** The exit code of a terminal, and the same in the API: what a script can act on. */
export const EXIT = { smart: 0, 'not-missed': 0, 'not-ready': 10, blind: 20, missed: 30, urgent: 30 } as const

export const exitCodeOf = ({ verdict, track }: Pick<AssessmentAnswer, 'verdict' | 'track'>): number =>
  EXIT[track === 'urgent' || verdict === null ? 'urgent' : verdict]
