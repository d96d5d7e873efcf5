import { inTheWay, type Authorise, type BeforeAuthorising } from '../../core/planning/authorise.ts'
import { isoOf } from '../../core/kernel/instant.ts'
import { comparePlans } from '../../core/planning/compare-plans.ts'
import type { KnownWhen } from '../../core/planning/known-when.ts'
import type { PlannedOperation } from '../../core/planning/operation.ts'
import { planConcerns } from '../../core/planning/plan-concerns.ts'
import { PLAN_PARTS } from '../../core/planning/plan-facts.ts'
import { writingOf, type Authority, type PlanFile } from '../../core/planning/plan-file.ts'
import type { RaidReading } from '../../core/planning/readiness.ts'
import { authorityNow, standingOf } from '../../core/planning/standing.ts'
import { operationFile, written } from '../operation-file.ts'
import type { Speak } from '../words.ts'
import type { Comparison, KnownWhenAnswer, PlanAnswer } from './plan-answers.ts'
import { reckonedAnswer } from './reckoned.ts'
import { notedAnswer } from './site-answer.ts'
import { operationWithoutSite, readingWithoutSite, renamed, type OtherIds } from './without-site.ts'

type Names = Readonly<Record<string, string>>

/** A plan at one version, opened by somebody who may look, with everything computed of it at this instant. */
export interface PlanOpened {
  readonly id: string
  readonly siteNumber: string
  /** How far its file has come; the plan may be shown as it stood earlier. */
  readonly latest: number
  readonly operation: PlannedOperation
  /** Of this version, at the door (`atTheDoor`). */
  readonly reading: RaidReading
  /** Of the version that was authorised (`withPartsOf`), at the door; null where none was. */
  readonly authorisedReading: RaidReading | null
  readonly asks: Authorise
  readonly before: BeforeAuthorising
}

export function planAnswer(opened: PlanOpened, names: Names, speak: Speak): PlanAnswer {
  const { id, siteNumber, latest, operation, reading, authorisedReading, asks, before } = opened
  const { plan } = before
  return {
    id,
    number: plan.number,
    site: plan.site,
    siteNumber,
    siteVersion: before.site.version,
    version: plan.version,
    latest,
    knownAt: isoOf(operation.knownAt ?? asks.at),
    standing: standingOf(plan, reading),
    operation: operationFile(operation),
    siteWords: 'open',
    reckoned: null,
    parts: PLAN_PARTS.map((part) => {
      const writing = writingOf(plan, part)
      return { part, content: writing ? written(writing.written.content) : null, written: writing ? notedAnswer(writing.noted) : null }
    }),
    versions: plan.versions.map(({ noted, act, part }) => ({ noted: notedAnswer(noted), act, part })),
    mayNotAuthorise: inTheWay(asks, before).map(({ code }) => ({ code, says: speak(`refusal.${code}`) })),
    authority: plan.authority && authorisedReading && authorityAnswer(plan, plan.authority, authorisedReading, speak),
    urgent: plan.urgent && { noted: notedAnswer(plan.urgent.noted), basis: plan.urgent.basis, reasons: plan.urgent.reasons, restsOn: [...plan.urgent.restsOn] },
    notActing: plan.notActing && {
      noted: notedAnswer(plan.notActing.noted), because: plan.notActing.because, owner: plan.notActing.owner, reviewBy: isoOf(plan.notActing.reviewBy),
    },
    concerns: planConcerns(plan, asks.at, reading.dossier.inForce.planning).map(({ code, restsOn }) => ({ code, says: speak(`concern.${code}`), restsOn: [...restsOn] })),
    names,
  }
}

function authorityAnswer(file: PlanFile, authority: Authority, reading: RaidReading, speak: Speak): NonNullable<PlanAnswer['authority']> {
  const { noted, plan, site, knownAt, policy, condition } = authority
  const { met, lapsed } = authorityNow(file, authority, reading)
  return {
    noted: notedAnswer(noted),
    plan,
    site,
    knownAt: isoOf(knownAt),
    policy: [...policy],
    condition: condition && { seenAfter: isoOf(condition.seenAfter), notOlderThanDays: condition.notOlderThanDays, confirmedBy: [...condition.confirmedBy], met },
    lapsed: lapsed && { code: lapsed.code, says: speak(`lapse.${lapsed.code}`, { gate: lapsed.gates.join(', ') }) },
  }
}

/** Two versions side by side, with instants as text. */
export const comparisonAnswer = (from: PlanFile, to: PlanFile, names: Names): Comparison => ({
  from: from.version,
  to: to.version,
  parts: comparePlans(from, to).map(({ part, changes }) => ({
    part,
    changes: changes.map(({ path, was, is }) => ({ path, was: asText(was, path), is: asText(is, path) })),
  })),
  names,
})

/** A value by itself is told by the name it stands under; what is not there is null in JSON. */
const asText = (value: unknown, path: string): unknown => (value === undefined ? null : written(value, /[^.\]]*$/.exec(path)?.[0]))

/** What was known when a plan was authorised; the operation is the plan at its version with its site as known then. */
export const knownWhenAnswer = ({ authorised, knownAt, since }: KnownWhen, operation: PlannedOperation, names: Names): KnownWhenAnswer => ({
  authorised: notedAnswer(authorised),
  knownAt: isoOf(knownAt),
  operation: operationFile(operation),
  siteWords: 'open',
  reckoned: null,
  since: since.map(({ noted, stream, type }) => ({ ...notedAnswer(noted), stream, type })),
  names,
})

/** What is kept from whoever weighs a site and does not read it: everything by which the plan's operation was read from its site. */
export interface KeptBack {
  readonly operation: PlannedOperation
  /** Of the whole operation, as it stands. */
  readonly reading: RaidReading
  readonly siteNumber: string
  readonly ids: OtherIds
}

const fromSite = ({ operation, reading, siteNumber, ids }: KeptBack) =>
  ({ operation: operationFile(operationWithoutSite(operation, siteNumber, ids)), siteWords: 'not-for-you', reckoned: reckonedAnswer(readingWithoutSite(reading, ids)) }) as const

/** The same plan for somebody whom the reports of its site are not for. */
export const planWithoutSite = (answer: PlanAnswer, kept: KeptBack): PlanAnswer => ({ ...renamed(answer, kept.ids), ...fromSite(kept) })

/** What was known when a plan was authorised, without what was known: what it came to, and what has come to the plan since. */
export const knownWhenWithoutSite = (answer: KnownWhenAnswer, kept: KeptBack): KnownWhenAnswer => ({
  ...answer, ...fromSite(kept), since: answer.since.filter(({ stream }) => !stream.startsWith('site/')),
})
