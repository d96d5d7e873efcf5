import { never } from '../kernel/defect.ts'
import type { Instant } from '../kernel/instant.ts'
import { halfLifeOf, priorOf, shockedHalfLifeOf, type CertaintyCase } from './certainty-case.ts'
import type { ShockKind } from '../intelligence/shock.ts'
import { courseOf, type Course, type Pace, type Turn } from './course.ts'
import type { CertaintyPolicy } from './policy.ts'
import { fade, learn, probabilityOf, type LogOdds } from './presence.ts'

/** One step of the explanation: enough to compute it again by hand. */
export type Step = { readonly before: number; readonly probability: number } & (
  | { readonly step: 'prior'; readonly alpha: number; readonly beta: number }
  | { readonly step: 'wait'; readonly from: Instant; readonly to: Instant; readonly days: number; readonly pace: Pace; readonly halfLifeDays: number }
  | { readonly step: 'report'; readonly id: string; readonly ratio: number; readonly weight: number; readonly factor: number; readonly endsShock: boolean }
  | { readonly step: 'no-weight'; readonly id: string; readonly because: 'assumption' | 'derived' | 'circle' }
  | { readonly step: 'shock'; readonly at: Instant; readonly kind: ShockKind; readonly halfLifeDays: number }
)

/** The number with everything at its stated value, and each step that led to it. */
export interface Estimate {
  readonly probability: number
  readonly steps: readonly Step[]
}

interface Pacing {
  readonly base: number
  readonly halfLives: Readonly<Record<Pace, number>>
}

export function estimate(asked: CertaintyCase, policy: CertaintyPolicy, course: Course = courseOf(asked, policy)): Estimate {
  const { alpha, beta } = priorOf(asked, policy)
  let now: LogOdds = Math.log(alpha / beta)
  const base = probabilityOf(now)
  const pacing = { base, halfLives: { usual: halfLifeOf(asked, policy), shocked: shockedHalfLifeOf(asked, policy) } }
  const steps: Step[] = [{ step: 'prior', alpha, beta, before: base, probability: base }]
  for (const turn of course.turns) {
    const then = take(now, turn, pacing)
    steps.push(stepOf(turn, probabilityOf(now), probabilityOf(then), pacing))
    now = then
  }
  return { probability: probabilityOf(now), steps }
}

function take(now: LogOdds, turn: Turn, { base, halfLives }: Pacing): LogOdds {
  if (turn.turn === 'wait') return fade(now, base, turn.days / halfLives[turn.pace])
  if (turn.turn === 'root') return learn(now, turn.root.ratio, turn.root.weight)
  return now
}

function stepOf(turn: Turn, before: number, probability: number, { halfLives }: Pacing): Step {
  switch (turn.turn) {
    case 'wait':
      return { step: 'wait', from: turn.from, to: turn.to, days: turn.days, pace: turn.pace, halfLifeDays: halfLives[turn.pace], before, probability }
    case 'root': {
      const { report, ratio, weight } = turn.root
      return { step: 'report', id: report.id, ratio, weight, factor: ratio ** weight, endsShock: turn.endsShock, before, probability }
    }
    case 'no-weight':
      return { step: 'no-weight', id: turn.report.id, because: turn.because, before, probability }
    case 'shock':
      return { step: 'shock', at: turn.shock.at, kind: turn.shock.kind, halfLifeDays: halfLives.shocked, before, probability }
    default:
      return never(turn)
  }
}
