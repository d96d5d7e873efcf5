import fc from 'fast-check'
import type { CertaintyCase } from '../core/certainty/certainty-case.ts'
import type { Shock } from '../core/intelligence/shock.ts'
import type { CertaintyPolicy } from '../core/certainty/policy.ts'
import { VENUES } from '../core/intelligence/venue.ts'
import { ACCESSES, SOURCE_KINDS, type AbsentReport, type PresentReport, type Report, type SourceKind, type VerificationAttempt } from '../core/intelligence/report.ts'
import { after, type Days, type Instant } from '../core/kernel/instant.ts'
import { InstantText } from '../wire/instants.ts'
import { certaintyPolicy } from '../wire/policy.ts'

/** Questions of certainty as tests ask them: nobody in them is real, and every age is in days before the hour of entry. */

export const at = (text: string): Instant => InstantText.parse(text)

/** The hour of entry of every test that does not say another. */
export const ENTRY = at('2026-03-04T06:00:00Z')

/** So many days before the hour of entry; below 0, after it. */
export const ago = (days: Days): Instant => after(ENTRY, -days)

export const policy = certaintyPolicy()

/** Fewer draws, for laws that hold whatever their number. */
export const quick: CertaintyPolicy = { ...policy, interval: { ...policy.interval, draws: 1000 } }

export const ask = (reports: readonly Report[], more: Partial<CertaintyCase> = {}): CertaintyCase => ({
  venue: 'fixed-commercial-sex',
  at: ENTRY,
  reports,
  ...more,
})

type More<R extends Report> = Partial<Omit<R, 'id' | 'kind' | 'finding' | 'observedAt'>>

/** Somebody says that people are held there. */
export const says = (id: string, kind: SourceKind, daysOld: Days, more: More<PresentReport> = {}): PresentReport => ({
  id,
  kind,
  finding: 'present',
  observedAt: ago(daysOld),
  ...more,
})

/** Somebody looked, and found nobody. */
export const foundNobody = (id: string, kind: SourceKind, daysOld: Days, more: More<AbsentReport> = {}): AbsentReport => ({
  id,
  kind,
  finding: 'absent',
  observedAt: ago(daysOld),
  sensitivity: 0.4,
  specificity: 0.9,
  ...more,
})

export const shock = (daysOld: Days, kind: Shock['kind'] = 'leak'): Shock => ({ at: ago(daysOld), kind })

export const attempt = (daysOld: Days, more: Partial<VerificationAttempt> = {}): VerificationAttempt => ({ at: ago(daysOld), sensitivity: 0.5, ...more })

/** A case whose five gates are open: an escaped victim, an officer in contact, an attempt, an alternative. */
export const allOpen = (more: Partial<CertaintyCase> = {}): CertaintyCase =>
  ask([says('a', 'escaped-victim', 1), says('b', 'undercover-contact', 1)], {
    attempts: [attempt(1)],
    alternative: 'staff who live in; wages paid to their own accounts would tell it apart',
    ...more,
  })

const share = (min: number) => fc.double({ min, max: 0.99, noNaN: true })
const hoursOld = (min: number) => fc.integer({ min, max: 24 * 60 }).map((hours) => ago(hours / 24))

const anyFinding = fc.oneof(
  fc.constant({ finding: 'present' as const }),
  fc.record({ finding: fc.constant('absent' as const), sensitivity: share(0.5), specificity: share(0.5) }),
)

/** Any report but for its id and what it is derived from. Origins bear one correlation each, in their name. */
const anyReport = fc
  .tuple(
    anyFinding,
    fc.record(
      {
        kind: fc.constantFrom(...SOURCE_KINDS),
        observedAt: hoursOld(-48),
        receivedAt: hoursOld(-48),
        access: fc.constantFrom(...ACCESSES),
        origin: fc.constantFrom({ id: 'o.5', correlation: 0.5 }, { id: 'o.9', correlation: 0.9 }, { id: 'o' }, { id: 'o0', correlation: 0 }),
        source: fc.record({ id: fc.constantFrom('s', 't'), hits: fc.nat(20), misses: fc.nat(20) }),
      },
      { requiredKeys: ['kind', 'observedAt'] },
    ),
  )
  .map(([finding, more]) => ({ ...more, ...finding }))

/** Any reports, some derived from each other, in circles too. */
const anyReports = fc.array(fc.tuple(anyReport, fc.array(fc.nat(9), { maxLength: 2 }), fc.nat(3)), { maxLength: 10 }).map((drafts) =>
  drafts.map(([report, parents, derived], i): Report => {
    const derivedFrom = parents.map((parent) => `r${parent % drafts.length}`)
    return { ...report, id: `r${i}`, ...(derived === 0 && { derivedFrom }) }
  }),
)

/** Any question whatever, of the kinds that a file can ask. */
export const anyCase: fc.Arbitrary<CertaintyCase> = fc.record(
  {
    venue: fc.constantFrom(...VENUES),
    halfLifeDays: fc.double({ min: 0.5, max: 400, noNaN: true }),
    prior: fc.record({ alpha: fc.double({ min: 0.5, max: 100, noNaN: true }), beta: fc.double({ min: 0.5, max: 500, noNaN: true }) }),
    at: fc.constant(ENTRY),
    knownAt: hoursOld(-48),
    shocks: fc.array(fc.record({ at: hoursOld(-48), kind: fc.constant('leak' as const) }), { maxLength: 3 }),
    reports: anyReports,
  },
  { requiredKeys: ['venue', 'halfLifeDays', 'at', 'reports'] },
)
