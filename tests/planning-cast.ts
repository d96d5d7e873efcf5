import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { CertaintyPolicy } from '../core/certainty/policy.ts'
import { instant, type Instant } from '../core/kernel/instant.ts'
import type { InForce } from '../core/planning/dossier.ts'
import type { Goal, LeadNotActedOn, Operation, PastOperation, PlannedOperation, Raid } from '../core/planning/operation.ts'
import type { Attempt } from '../core/intelligence/attempt.ts'
import type { LeadReading } from '../core/planning/missed-lead.ts'
import { readOperation, type RaidReading } from '../core/planning/readiness.ts'
import { answeredByFacts, REQUIREMENT_IDS, type CriterionId, type RequirementId } from '../core/planning/requirements.ts'
import { lawCatalogue } from '../wire/law.ts'
import { operationShape } from '../wire/operation.ts'
import { certaintyPolicy, planningPolicy } from '../wire/policy.ts'

/** Operations for the tests of planning. Nobody and nothing in them exists. */

/** A file as it lies on a disk, before anything is known of it. */
export type Loose = string | number | boolean | null | undefined | readonly Loose[] | { readonly [field: string]: Loose }
export type LooseFile = { readonly [field: string]: Loose }
export type LoosePath = readonly (string | number)[]

const law = new Map(lawCatalogue().offences.map((offence) => [offence.id, offence]))
const exact = certaintyPolicy()

/** Fewer draws than a court would ask for, so that hundreds of plans can be read. */
const quick: CertaintyPolicy = { ...exact, interval: { ...exact.interval, draws: 1000 } }
export const FORCE: InForce = { certainty: quick, planning: planningPolicy(), law }
export const EXACT_FORCE: InForce = { ...FORCE, certainty: exact }

export const at = (text: string): Instant => instant(Date.parse(text))

const WORKSHOP = readFileSync(new URL('../examples/operations/invented-workshop-plan.yaml', import.meta.url), 'utf8')

/** The invented plan, complete enough to be smart. */
export const workshopFile = (): LooseFile => parse(WORKSHOP) as LooseFile

/** A copy with one value put in place; undefined takes the field or the entry out. */
export function put<Whole extends Loose>(whole: Whole, path: LoosePath, value: Loose): Whole {
  const [step, ...rest] = path
  if (step === undefined) return value as Whole
  if (Array.isArray(whole)) {
    const list: readonly Loose[] = whole
    const changed = rest.length === 0 && value === undefined ? list.filter((_, i) => i !== step) : list.map((one, i) => (i === step ? put(one, rest, value) : one))
    return changed as unknown as Whole
  }
  const { [step]: inner, ...others } = (whole ?? {}) as LooseFile
  const changed = put(inner, rest, value)
  return (changed === undefined ? others : { ...others, [step]: changed }) as Whole
}

export const SHAPE = operationShape(new Set(law.keys()), exact)

export const read = (file: LooseFile): Operation => SHAPE.parse(file)

/** Problems of a file as `path: message`, so that a test sees both. */
export const problemsOf = (file: unknown): readonly string[] => {
  const result = SHAPE.safeParse(file)
  return result.success ? [] : result.error.issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`)
}

export function planOf(file: LooseFile = workshopFile()): PlannedOperation {
  const operation = read(file)
  if (operation.operation !== 'plan') throw new Error('this file is no plan')
  return operation
}

/** The plan, its goal and its attempt to verify, as they are read. */
export const SMART: PlannedOperation = planOf()
export const GOAL: Goal = told(SMART.goal)
export const ATTEMPT: Attempt = told(SMART.attempts)[0]!

function told<Value>(value: Value | 'unknown'): Value {
  if (value === 'unknown') throw new Error('the invented plan tells this')
  return value
}

/** A past operation of which nothing is told. */
export const PAST: PastOperation = {
  operation: 'past', name: 'An operation of the past', jurisdiction: 'Nowhere', site: { name: 'A house', venue: 'domestic' }, at: at('2001-06-15T05:00:00Z'),
  sources: [], reports: 'unknown', attempts: 'unknown', shocks: [], expected: [], goal: 'unknown', offences: 'unknown', rung: 'unknown', facts: [],
}

const { plan: _plan, ...planned } = SMART

/** A past operation that answers everything well: the law and the certainty of the plan, and a fact for every requirement. */
export const TOLD: PastOperation = {
  ...planned,
  operation: 'past',
  facts: REQUIREMENT_IDS.filter(answeredByFacts).map((about) => ({ id: `fact ${about}`, about, answer: 'yes', says: 'It was so', sources: [] })),
}

export const EMPTY_PLAN: PlannedOperation = planOf({
  format: 'daylight-operation/1', operation: 'plan', name: 'Nothing yet', jurisdiction: 'Nowhere', site: { name: 'A house', venue: 'domestic' }, at: '2031-03-06T05:30:00Z',
})

export const LEAD: LeadNotActedOn = {
  operation: 'none', name: 'A lead', jurisdiction: 'Nowhere', site: { name: 'A house', venue: 'resident-workshop' }, at: at('2031-06-01T00:00:00Z'),
  sources: [], reports: [], attempts: [], shocks: [], expected: [],
  lead: { standing: 'closed', reviewBy: 'none', owner: 'none', says: 'Nobody acted', sources: [] },
}

export function readRaid(raid: Raid, force: InForce = FORCE): RaidReading {
  const reading = readOperation(raid, force)
  if (reading.read !== 'raid') throw new Error('a raid was read as a lead')
  return reading
}

export function readLeadOf(lead: LeadNotActedOn): LeadReading {
  const reading = readOperation(lead, FORCE)
  if (reading.read !== 'lead') throw new Error('a lead was read as a raid')
  return reading
}

export const criterionIn = (reading: RaidReading, id: CriterionId) => reading.criteria.find((criterion) => criterion.id === id)!

export const requirementIn = (reading: RaidReading, id: RequirementId) => reading.criteria.flatMap(({ requirements }) => requirements).find((requirement) => requirement.id === id)!

/** Criteria that do not hold. */
export const failing = ({ criteria }: RaidReading): readonly CriterionId[] => criteria.filter(({ finding }) => finding !== 'holds').map(({ id }) => id)

/** What one requirement of a plan lacks, by code; it is met exactly when it lacks nothing. */
export function lacksIn(operation: PlannedOperation, requirement: RequirementId): readonly string[] {
  const { met, lacks } = requirementIn(readRaid(operation), requirement)
  if (met !== (lacks.length > 0 ? 'no' : 'yes')) throw new Error(`${requirement} is answered ${met} and lacks ${lacks.length}`)
  return lacks.map(({ code }) => code)
}
