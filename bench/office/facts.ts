import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { ReportOnFile, SiteFact } from '../../core/intelligence/site-facts.ts'
import { SOURCE_KINDS, type WeighingKind } from '../../core/intelligence/report.ts'
import type { ActorId, ReportId } from '../../core/kernel/id.ts'
import { DAY_MS, instant, type Instant } from '../../core/kernel/instant.ts'
import type { PartWritten, PlanFact } from '../../core/planning/plan-facts.ts'
import { PART_SHAPES } from '../../wire/office/plan-parts.ts'
import { partsOfFile } from '../../wire/worked-example.ts'

/** Facts of a site and of a plan as an office files them, one after another. Nobody and nothing in them exists. */

const KINDS = SOURCE_KINDS.filter((kind): kind is WeighingKind => kind !== 'assumption')
const JURISDICTIONS = ['TH', 'US', 'KH', 'PH', 'GB', 'NL'] as const
const VENUES = ['resident-workshop', 'fixed-commercial-sex', 'domestic', 'construction-or-farm'] as const
const SAYS = 'Twelve people sew and sleep on the upper floor; the door is locked at night, and somebody counts them.'
const OWNER = 'officer-1' as ActorId

/** How far back the file of a site begins, and how far apart its entries lie. */
const BEGAN_DAYS = 60
const STEP_MS = 6 * 3_600_000

export const momentOf = (turn: number, now: Instant): Instant => instant(now - BEGAN_DAYS * DAY_MS + turn * STEP_MS)

export const reportFact = (id: string, turn: number, at: Instant): SiteFact => ({
  type: 'report/received',
  report: {
    id: id as ReportId, kind: KINDS[turn % KINDS.length]!, ...(turn % 7 === 5 ? { finding: 'absent', sensitivity: 0.5, specificity: 0.9 } : { finding: 'present' }), access: 'saw', observedAt: instant(at - 3_600_000), receivedAt: at,
    says: SAYS, assessment: 'Fits what the inspector saw at the gate.', speaksOf: ['victim'], answers: { access: 'saw', record: 'unknown', motives: [], content: 'logical' },
    grading: { scheme: 'admiralty', source: 'F', information: '3', label: { source: null, information: null } }, gradedBecause: 'As the form has it',
    handling: { sharing: 'TLP:AMBER', action: 'PAP:GREEN' }, reviewBy: instant(at + 365 * DAY_MS),
  } as ReportOnFile,
})

/** What is recorded of a site at each turn: every second line a report, and between them what is made of it. */
export function siteFact(site: number, turn: number, id: string, reportBefore: string, at: Instant): SiteFact {
  if (turn === 0) return { type: 'site/opened', number: `S-${site + 1}`, jurisdiction: JURISDICTIONS[site % JURISDICTIONS.length]!, venue: VENUES[site % VENUES.length]!, name: 'River road workshop', whereabouts: 'Behind the ferry' }
  if (turn % 2 === 1) return reportFact(id, turn, at)
  const report = reportBefore as ReportId
  const between: readonly SiteFact[] = [
    { type: 'report/graded', report, answers: { access: 'saw', record: 'unknown', motives: [], content: 'logical' }, grading: { scheme: 'admiralty', source: 'F', information: '3', label: { source: null, information: null } }, because: 'Read again' },
    { type: 'site/room-noted', room: { id: `room-${turn}`, name: 'Upper floor', floor: '2', says: 'Rows of machines, and mats between them' } },
    { type: 'task/set', task: { id, question: 'Is there light at night?', kind: 'inspector', owner: OWNER, due: instant(at + DAY_MS), before: 0.4, yes: 0.6, no: 0.3 } },
    { type: 'report/independence-recorded', report, because: 'They have never met' },
    { type: 'attempt/made', attempt: { id, method: 'surveillance', by: 'observation-team', at, thisSite: 'yes', ifNobodyThere: 'No light at night', result: 'Light at night', sensitivity: 0.5, sources: [] } },
    { type: 'dissent/recorded', id, about: 'certainty', says: 'The number is higher than what was seen bears out.' },
  ]
  return between[(turn / 2) % between.length]!
}

type Content = PartWritten['content']

/** Every part of a plan that an example tells, as it is filed once it was read. */
export function planParts(hour: Instant): readonly PartWritten[] {
  const file = parse(readFileSync(new URL('../../examples/operations/invented-workshop-plan.yaml', import.meta.url), 'utf8')) as Readonly<Record<string, unknown>>
  return partsOfFile(file, hour).map(({ part, content }) => ({ type: 'plan/part-written', part, content: PART_SHAPES[part].parse(content) as Content }) as PartWritten)
}

/** What is recorded of a plan at each turn: it is opened, then every part is written, over and over. */
export const planFact = (plan: number, turn: number, site: string, hour: Instant, parts: readonly PartWritten[]): PlanFact =>
  turn === 0 ? { type: 'plan/opened', number: `P-${plan + 1}`, site, at: hour } : parts[(turn - 1) % parts.length]!
