import type { Lack } from '../core/planning/answer.ts'
import type { OperationReport, PastOperation, PlannedOperation, Raid } from '../core/planning/operation.ts'
import type { Attempt } from '../core/intelligence/attempt.ts'
import { at, EMPTY_PLAN, FORCE, PAST, planOf, readRaid } from './planning-cast.ts'

/** Operations that between them lack everything an operation can lack, and stand at every gate in every way. */

const smart = planOf()
const { plan } = smart
const [team] = [plan.authority.team]
const later = at('2031-03-05T22:00:00Z')

/** Whatever can be wrong with an entry that is there. */
const ILL: PlannedOperation = {
  ...smart,
  plan: {
    ...plan,
    segregation: { ...plan.segregation, zones: plan.segregation.zones.map((zone) => ({ ...zone, name: 'Yard' })), vehicles: plan.segregation.vehicles.map((van) => ({ ...van, name: 'Van' })) },
    interviews: {
      ...plan.interviews, languages: ['th', 'km'], interviewers: plan.interviews.interviewers.map((one) => ({ ...one, onEntryTeam: 'yes' })), places: [{ id: 'cell', name: 'Cell', kind: 'cell' }],
    },
    care: {
      ...plan.care, places: plan.care.places.map((place) => ({ ...place, confirmedAt: later })), transport: [{ id: 'car', name: 'Car', seats: 1 }], guardians: [{ id: 'guardian', name: team[0]!.name }],
    },
    transition: { handovers: plan.transition.handovers.map((one) => ({ ...one, at: at('2031-03-06T05:00:00Z') })) },
    media: { ...plan.media, releaseOfficers: [{ id: 'one', name: 'One' }, { id: 'two', name: 'Two' }] },
    authority: { ...plan.authority, team: [{ id: 'partner', name: 'Partner', organisation: 'ngo', task: 'leads', woman: 'no', stands: 'entry-team' }, ...team.slice(0, 1)] },
    deconfliction: { checks: plan.deconfliction.checks.map((one) => ({ ...one, result: 'conflict' })) },
  },
}

const look: Attempt = {
  id: 'look', method: 'surveillance', by: 'team b', at: at('2031-03-04T00:00:00Z'), thisSite: 'yes', ifNobodyThere: 'No light', result: 'Light', sensitivity: 0.5, sources: [],
}
const report = (id: string, changes: Partial<OperationReport> = {}): OperationReport =>
  ({ id, kind: 'escaped-victim', finding: 'present', observedAt: at('2031-03-01T00:00:00Z'), says: 'They are held', sources: [], ...changes }) as OperationReport
const past = (changes: Partial<PastOperation>): PastOperation => ({ ...PAST, at: smart.at, ...changes })

const AT_THE_GATES: readonly Raid[] = [
  smart,
  { ...smart, attempts: [] },
  { ...smart, attempts: [{ ...look, sensitivity: 0.1 }], alternative: '' },
  { ...smart, attempts: 'unknown', shocks: [{ at: at('2031-03-05T00:00:00Z'), kind: 'official-visit' }] },
  { ...smart, reports: [report('a', { access: 'told' }), report('b', { access: 'told' })] },
  { ...smart, at: at('2032-03-06T05:30:00Z') },
  past({ reports: [report('a', { observedAt: at('2030-01-01T00:00:00Z'), inexact: { until: smart.at, told: 'unknown' } })] }),
  past({ site: { name: 'A house', venue: 'unknown' }, offences: [{ id: 'law', offence: 'us-1591', presumedChild: 'no', support: [] }] }),
]

const lacksIn = (raid: Raid): readonly Lack[] => {
  const { criteria, certainty } = readRaid(raid, FORCE)
  return [...criteria.flatMap(({ requirements }) => requirements.flatMap(({ lacks }) => lacks)), ...(certainty?.gates ?? []).map(({ why, figures }) => ({ code: why, figures }))]
}

/** Nothing planned, of an operation of which everything else is known. */
const BARE: PlannedOperation = {
  ...EMPTY_PLAN, rung: 'daytime-warrant', expected: smart.expected, offences: [{ id: 'law', offence: 'us-1591', presumedChild: 'no', support: [] }],
  plan: { ...EMPTY_PLAN.plan, interviews: { ...plan.interviews, interviewers: [], places: [], interpreters: [] } },
}

/** Everything these operations lack, and why each of their gates stands as it does: codes and figures, without words yet. */
export const WORDLESS: readonly Lack[] = [EMPTY_PLAN, BARE, ILL, PAST, ...AT_THE_GATES].flatMap(lacksIn)
