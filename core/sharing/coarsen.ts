import type { SourceKind } from '../intelligence/report.ts'
import { DAY_MS, instant, type Instant } from '../kernel/instant.ts'

/** How exactly it is told from whom something comes, most exactly first. */
export const KIND_GRAINS = ['exact', 'access', 'not-told'] as const
export type KindGrain = (typeof KIND_GRAINS)[number]

/** How exactly it is told when something was seen, most exactly first. */
export const TIME_GRAINS = ['exact', 'day', 'week', 'not-told'] as const
export type TimeGrain = (typeof TIME_GRAINS)[number]

/** How exactly a fact tells of whoever told it. */
export interface Grain {
  readonly kind: KindGrain
  readonly time: TimeGrain
}

/** A kind of source as it is told to others: itself, or no more than whether they had access. */
export type KindTold = SourceKind | 'person-with-access' | 'person-outside'

/** From when until when something was seen, as it is told to others. */
export interface TimeTold {
  readonly from: Instant
  readonly until: Instant
}

/** Kinds that stand outside; all others were there, or speak for somebody who was. */
const OUTSIDE: ReadonlySet<SourceKind> = new Set(['undercover-observation', 'tip-detailed', 'tip-bare', 'open-source', 'assumption'])

/** From whom something comes, as exactly as the grain allows; null where it is not told. */
export function kindAt(kind: SourceKind, grain: KindGrain): KindTold | null {
  if (grain === 'not-told') return null
  if (grain === 'exact') return kind
  return OUTSIDE.has(kind) ? 'person-outside' : 'person-with-access'
}

const DAYS_IN_A_WEEK = 7
/** 1970-01-01 was a Thursday; weeks begin on Monday (ISO 8601). */
const DAYS_BEFORE_THE_FIRST_MONDAY = 3

/** When something was seen, as exactly as the grain allows; null where it is not told. Days and weeks are of UTC. */
export function timeAt(moment: Instant, grain: TimeGrain): TimeTold | null {
  if (grain === 'not-told') return null
  if (grain === 'exact') return { from: moment, until: moment }
  const day = Math.floor(moment / DAY_MS)
  const first = grain === 'day' ? day : Math.floor((day + DAYS_BEFORE_THE_FIRST_MONDAY) / DAYS_IN_A_WEEK) * DAYS_IN_A_WEEK - DAYS_BEFORE_THE_FIRST_MONDAY
  return { from: instant(first * DAY_MS), until: instant((first + (grain === 'day' ? 1 : DAYS_IN_A_WEEK)) * DAY_MS) }
}

/** Whether one grain tells no more than another, of the person and of the time. */
export const isAsCoarse = (one: Grain, other: Grain): boolean =>
  KIND_GRAINS.indexOf(one.kind) >= KIND_GRAINS.indexOf(other.kind) && TIME_GRAINS.indexOf(one.time) >= TIME_GRAINS.indexOf(other.time)

/** The coarser of two, for the person and for the time. */
export const coarserOf = (one: Grain, other: Grain): Grain => ({
  kind: KIND_GRAINS[Math.max(KIND_GRAINS.indexOf(one.kind), KIND_GRAINS.indexOf(other.kind))] ?? 'not-told',
  time: TIME_GRAINS[Math.max(TIME_GRAINS.indexOf(one.time), TIME_GRAINS.indexOf(other.time))] ?? 'not-told',
})
