import { SOURCE_KINDS, type WeighingKind } from '../intelligence/report.ts'
import { after, instant, type Days, type Instant } from '../kernel/instant.ts'
import { countedShocks, halfLifeOf, knownAt, type CertaintyCase } from './certainty-case.ts'
import { draw, intervalOf } from './draws.ts'
import { gatesOf, type Gate } from './gates.ts'
import type { CertaintyPolicy } from './policy.ts'
import { nextId } from './what-would-change.ts'

/** What a confirming report would have to be, and what each kind of one would do. */
export interface ConditionalAuthority {
  /** A report older than this at entry confirms nothing. */
  readonly notOlderThanDays: Days
  readonly seenAfter: Instant
  readonly confirmedBy: readonly { readonly kind: WeighingKind; readonly p10: number; readonly gatesHold: 'yes' | 'no' }[]
}

/**
 * The condition under which a plan may be authorised whose only closed gates are number and freshness.
 *
 * Computed for a report as old as the condition allows, and newer than every shock, so that what is promised on the
 * briefing holds at the door.
 * Null where another gate is closed, where one is unknown, or where none is closed.
 */
export function conditionalAuthority(asked: CertaintyCase, gates: readonly Gate[], policy: CertaintyPolicy): ConditionalAuthority | null {
  const closed = gates.filter(({ state }) => state === 'closed')
  const lifts = closed.length > 0 && closed.every(({ id }) => id === 'number' || id === 'freshness')
  if (!lifts || gates.some(({ state }) => state === 'unknown')) return null

  const notOlderThanDays = policy.gates.confirmationHalfLives * halfLifeOf(asked, policy)
  const seenAfter = instant(Math.max(after(asked.at, -notOlderThanDays), ...countedShocks(asked).map(({ at }) => at + 1)))
  return { notOlderThanDays, seenAfter, confirmedBy: confirmingKinds(policy).map((kind) => confirm(asked, kind, seenAfter, policy)) }
}

/** Nothing else is learnt meanwhile: the report is taken as if it were known already, and no other is. */
function confirm(asked: CertaintyCase, kind: WeighingKind, seenAt: Instant, policy: CertaintyPolicy) {
  const report = { id: nextId(asked), kind, finding: 'present' as const, observedAt: seenAt, receivedAt: knownAt(asked) }
  const confirmed = { ...asked, reports: [...asked.reports, report] }
  const { p10 } = intervalOf(draw(confirmed, policy))
  const holds = gatesOf(confirmed, p10, policy).every(({ state }) => state === 'open')
  return { kind, p10, gatesHold: holds ? ('yes' as const) : ('no' as const) }
}

/** Kinds that see for themselves and are reliable enough to be counted. */
const confirmingKinds = ({ kinds, gates }: CertaintyPolicy): readonly WeighingKind[] =>
  SOURCE_KINDS.filter((kind) => kind !== 'assumption').filter(
    (kind) => kinds[kind].access === 'saw' && kinds[kind].reliability >= gates.countedReliability,
  )
