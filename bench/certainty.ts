import type { CertaintyCase } from '../core/certainty/certainty-case.ts'
import { certaintyOf } from '../core/certainty/certainty.ts'
import { SOURCE_KINDS } from '../core/intelligence/report.ts'
import { after, instant } from '../core/kernel/instant.ts'
import { certaintyPolicy } from '../wire/policy.ts'
import { timed } from './median.ts'
import type { Figure } from './table.ts'

const KINDS = SOURCE_KINDS.filter((kind) => kind !== 'assumption')
const START = instant(Date.UTC(2026, 0, 1))

/** Roots of the default kinds in turn, an hour apart, so that each has a wait of its own. */
const caseOf = (roots: number): CertaintyCase => ({
  venue: 'fixed-commercial-sex',
  at: after(START, roots / 24 + 1),
  reports: Array.from({ length: roots }, (_, i) => ({ id: `r${i}`, kind: KINDS[i % KINDS.length]!, finding: 'present', observedAt: after(START, i / 24) })),
})

/** The whole answer: number, interval, gates, validity, steps. Beside it, the bare arithmetic over as many draws. */
export function certaintyFigures(): readonly Figure[] {
  const policy = certaintyPolicy()
  return ([[1000, 1000, 5], [20, 20, 21]] as const).map(([roots, most, runs]) => ({
    figure: `certainty, ${roots.toLocaleString('en')} roots, ${policy.interval.draws.toLocaleString('en')} draws (bare arithmetic)`,
    value: timed(runs, () => certaintyOf(caseOf(roots), policy)),
    unit: 'ms',
    bar: { atMost: most },
    baseline: timed(runs, () => bareArithmetic(roots, policy.interval.draws)),
  }))
}

/** One exponential, one product and two quotients for each root and draw: what no way of doing it can do without. */
function bareArithmetic(roots: number, draws: number): void {
  const present = new Float64Array(draws).fill(0.2)
  for (let root = 0; root < roots; root++)
    for (let i = 0; i < draws; i++) {
      const kept = Math.exp(-0.001 * (i + 1))
      const faded = present[i]! * kept + 0.2 * (1 - kept)
      const whole = faded * 2 + (1 - faded)
      present[i] = (faded * 2) / whole
    }
}
