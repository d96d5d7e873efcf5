import { describe, expect, test } from 'vitest'
import certaintyDefaults from '../catalogues/policy/certainty.json' with { type: 'json' }
import { VENUES } from '../core/intelligence/venue.ts'
import { SOURCE_KINDS } from '../core/intelligence/report.ts'
import { CertaintyPolicyShape, certaintyPolicy, planningPolicy } from './policy.ts'

const defaults = certaintyPolicy()

/** Where a policy is refused that differs from the default in one part. */
const refusedAt = (changed: Readonly<Record<string, unknown>>): readonly string[] =>
  CertaintyPolicyShape.safeParse({ ...certaintyDefaults, ...changed }).error?.issues.map(({ path }) => path.join('.')) ?? []

describe('the default policy of certainty', () => {
  test.each([
    ['escaped-victim', 0.9, 0.5, 20, 'saw', 'never'],
    ['rescued-victim', 0.9, 0.5, 20, 'saw', 'never'],
    ['victim-on-site', 0.85, 0.5, 15, 'saw', 'never'],
    ['undercover-contact', 0.95, 0.3, 30, 'saw', 'moves'],
    ['undercover-observation', 0.6, 0.4, 6, 'saw', 'moves'],
    ['informant-tested', 0.75, 0.6, 8, 'saw', 'moves'],
    ['informant-untested', 0.45, 0.7, 3, 'told', 'moves'],
    ['ngo-disclosure', 0.8, 0.5, 10, 'told', 'moves'],
    ['family-or-coworker', 0.6, 0.6, 5, 'told', 'never'],
    ['inspector', 0.5, 0.4, 4, 'saw', 'moves'],
    ['client', 0.35, 0.6, 2, 'saw', 'never'],
    ['tip-detailed', 0.3, 0.8, 2, 'told', 'never'],
    ['tip-bare', 0.1, 0.9, 1.2, 'told', 'never'],
    ['open-source', 0.3, 0.5, 2, 'inferred', 'never'],
  ] as const)('believes a %s as the design does', (kind, reliability, saysSoAnyway, cap, access, ownRecord) => {
    expect(defaults.kinds[kind]).toMatchObject({ reliability, saysSoAnyway, cap, access, ownRecord })
  })

  test('has a row for every kind but the assumption, and for every venue', () => {
    expect(Object.keys(defaults.kinds)).toEqual(SOURCE_KINDS.filter((kind) => kind !== 'assumption'))
    expect(Object.entries(defaults.venues).map(([venue, { halfLifeDays }]) => [venue, halfLifeDays])).toEqual([
      ['short-let', 3], ['escort', 5], ['fixed-commercial-sex', 21], ['construction-or-farm', 30],
      ['resident-workshop', 120], ['domestic', 180], ['scam-compound', 60], ['vessel', null],
    ])
    expect(Object.keys(defaults.venues)).toEqual([...VENUES])
  })

  test('has the shock, the prior, the interval and the gates of the design', () => {
    expect(defaults).toMatchObject({
      prior: { alpha: 9, beta: 43 },
      shockedShare: 0.2,
      venues: { 'scam-compound': { shockedHalfLifeDays: 2 } },
      defaultCorrelation: 0.5,
      recordPrior: 4,
      interval: { draws: 8192, concentration: 20, halfLifeSpread: 0.35 },
      gates: { number: 0.8, numberLowerIntrusion: 0.6, independentRoots: 2, countedReliability: 0.45, freshHalfLives: 0.5, attemptSensitivity: 0.3, confirmationHalfLives: 0.2 },
    })
  })

  test('says from where it comes, who signed it, and from when it is', () => {
    expect(defaults.source).toContain('judgement')
    expect(defaults.signedBy).toContain('unsigned')
    expect(defaults.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  })
})

describe('a policy of certainty is refused', () => {
  test('without a signatory, a source or a date', () => {
    expect(refusedAt({ signedBy: '', source: undefined, asOf: 'last spring' })).toEqual(['source', 'signedBy', 'asOf'])
  })

  test('with a field that nobody knows, or without a kind or a venue', () => {
    const { escort: _escort, ...venues } = certaintyDefaults.venues
    const { client: _client, ...kinds } = certaintyDefaults.kinds
    expect(refusedAt({ mood: 'bold' })).toEqual([''])
    expect(refusedAt({ venues })).toEqual(['venues.escort'])
    expect(refusedAt({ kinds })).toEqual(['kinds.client'])
  })

  test('where a venue other than a vessel has no half-life', () => {
    expect(refusedAt({ venues: { ...certaintyDefaults.venues, domestic: { halfLifeDays: null } } })).toEqual(['venues'])
    expect(refusedAt({ venues: { ...certaintyDefaults.venues, vessel: { halfLifeDays: 40 } } })).toEqual([])
  })

  test('where a kind is believed without a doubt, or its "no" would speak for presence', () => {
    const client = { ...certaintyDefaults.kinds.client }
    const kinds = (more: object) => ({ kinds: { ...certaintyDefaults.kinds, client: { ...client, ...more } } })
    expect(refusedAt(kinds({ reliability: 1 }))).toEqual(['kinds.client.reliability'])
    expect(refusedAt(kinds({ saysSoAnyway: 0 }))).toEqual(['kinds.client.saysSoAnyway'])
    expect(refusedAt(kinds({ cap: 0.9 }))).toEqual(['kinds.client.cap'])
    expect(refusedAt(kinds({ no: { sensitivity: 0.3, specificity: 0.6 } }))).toEqual(['kinds.client.no'])
  })

  test('where it is drawn too seldom to be read', () => {
    expect(refusedAt({ interval: { ...certaintyDefaults.interval, draws: 999 } })).toEqual(['interval.draws'])
  })
})

test('the default policy of planning gives each value with its source, its signatory and its date', () => {
  for (const value of Object.values(planningPolicy())) expect(Object.keys(value)).toEqual(expect.arrayContaining(['value', 'source', 'sureness', 'signedBy', 'asOf']))
})
