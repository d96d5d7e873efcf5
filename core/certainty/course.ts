import { isRoot, lineageOf, type Standing } from '../intelligence/lineage.ts'
import type { Report } from '../intelligence/report.ts'
import { daysBetween, type Days, type Instant } from '../kernel/instant.ts'
import { countedReports, countedShocks, isFirstHand, type CertaintyCase } from './certainty-case.ts'
import type { Shock } from '../intelligence/shock.ts'
import type { CertaintyPolicy } from './policy.ts'
import { weigh, type WeighedRoot } from './weigh.ts'

/** The pace at which a site forgets: the venue's own, or the faster one after a shock. */
export type Pace = 'usual' | 'shocked'

/** One thing that happens on the way from the first report to the hour of entry, in order. */
export type Turn =
  | { readonly turn: 'wait'; readonly from: Instant; readonly to: Instant; readonly days: Days; readonly pace: Pace }
  | { readonly turn: 'root'; readonly root: WeighedRoot; readonly endsShock: boolean }
  | { readonly turn: 'no-weight'; readonly report: Report; readonly because: Exclude<Standing, 'root'> }
  | { readonly turn: 'shock'; readonly shock: Shock }

/** The way to the hour of entry, and the pace that holds on arrival. */
export interface Course {
  readonly turns: readonly Turn[]
  readonly pace: Pace
}

type Happening = { readonly at: Instant } & ({ readonly shock: Shock } | { readonly report: Report })

/**
 * Everything that moves the number, in order.
 *
 * A shock comes before a report of the same instant, which therefore does not end it: only somebody
 * seen strictly after a shock shows that the site was not emptied.
 */
export function courseOf(asked: CertaintyCase, policy: CertaintyPolicy): Course {
  const reports = countedReports(asked)
  const turnOf = turnsOf(reports, policy)
  const turns: Turn[] = []
  let now: Instant = asked.at
  let shockedAt: Instant | null = null
  for (const happening of [...inOrder(reports, countedShocks(asked)), { at: asked.at }]) {
    if (turns.length > 0 && happening.at > now)
      turns.push({ turn: 'wait', from: now, to: happening.at, days: daysBetween(now, happening.at), pace: paceOf(shockedAt) })
    now = happening.at
    if ('shock' in happening) {
      turns.push({ turn: 'shock', shock: happening.shock })
      shockedAt = now
    }
    if ('report' in happening) {
      const turn = turnOf(happening.report, shockedAt)
      turns.push(turn)
      if (turn.turn === 'root' && turn.endsShock) shockedAt = null
    }
  }
  return { turns, pace: paceOf(shockedAt) }
}

const paceOf = (shockedAt: Instant | null): Pace => (shockedAt === null ? 'usual' : 'shocked')

/** What each report does to the number: as a root with its weight, or as nothing, and why. */
function turnsOf(reports: readonly Report[], policy: CertaintyPolicy) {
  const { standing } = lineageOf(reports)
  const roots = new Map(weigh(reports.filter(isRoot), policy).map((root) => [root.report.id, root]))
  return (report: Report, shockedAt: Instant | null): Extract<Turn, { turn: 'root' | 'no-weight' }> => {
    const root = roots.get(report.id)
    if (!root) return { turn: 'no-weight', report, because: noWeight(standing.get(report.id)) }
    const seen = report.finding === 'present' && isFirstHand(report, policy)
    return { turn: 'root', root, endsShock: seen && shockedAt !== null && report.observedAt > shockedAt }
  }
}

const noWeight = (standing: Standing | undefined) => (standing === 'circle' || standing === 'assumption' ? standing : 'derived')

const inOrder = (reports: readonly Report[], shocks: readonly Shock[]): readonly Happening[] =>
  [...shocks.map((shock) => ({ at: shock.at, shock })), ...reports.map((report) => ({ at: report.observedAt, report }))]
    .toSorted((a, b) => a.at - b.at)

/** The turns that a later hour of entry adds; null where it changes what an earlier root weighs. */
export function turnsBeyond(earlier: Course, later: Course): readonly Turn[] | null {
  const last = earlier.turns.at(-1)
  const waiting = last?.turn === 'wait' ? last : null
  const shared = waiting ? earlier.turns.slice(0, -1) : earlier.turns
  if (!shared.every((turn, i) => weightOf(turn) === weightOf(later.turns[i]))) return null
  const more = later.turns.slice(shared.length)
  return more.map((turn, i) => (i === 0 && waiting && turn.turn === 'wait' ? { ...turn, from: waiting.to, days: turn.days - waiting.days } : turn))
}

const weightOf = (turn: Turn | undefined): number => (turn?.turn === 'root' ? turn.root.weight : 0)
