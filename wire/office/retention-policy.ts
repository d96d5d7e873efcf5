import type { KeepingPolicy } from '../../core/retention/keeping.ts'

/** What comes with Daylight until a unit sets its own: each value with its source, and how sure that is. */
export const keepingPolicy = (): KeepingPolicy => ({
  reviewWithinYears: {
    value: 5,
    source: '28 CFR 23.20(h): at most five years, then reviewed and validated, which begins a new term, or purged. Read in a copied answer, not in the regulation.',
    sureness: 'seen-second-hand',
    signedBy: 'Daylight',
    asOf: '2026-11-22',
  },
  askingDays: { value: 30, source: 'Daylight: what was asked is agreed to while those who asked still know why', sureness: 'judgement', signedBy: 'Daylight', asOf: '2026-11-22' },
})
