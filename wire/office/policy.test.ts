import { describe, expect, test } from 'vitest'
import { FORCE } from '../../tests/planning-cast.ts'
import { POLICY_IDS, policyInForce } from '../../core/planning/policy-facts.ts'
import { policyAnswer, PolicyActShape, PolicyShape, type SignedNoted } from './policy.ts'

const noted = { entry: 'policy-1', version: 1, by: 'officer-1', occurredAt: '2031-01-15T09:00:00.000Z', recordedAt: '2031-01-15T09:00:00.000Z', receivedAt: '2031-01-15T09:00:00.000Z' }
const signed: readonly SignedNoted[] = [{ type: 'policy/signed', id: 'gates.number', value: 0.9, source: 'Standing order 12', sureness: 'seen', signedBy: 'Head of the unit', asOf: '2031-01-15', noted }]

describe('policy as it is answered with', () => {
  const answer = PolicyShape.parse(policyAnswer({ version: 1, defaults: FORCE, inForce: policyInForce(FORCE, signed), signed }, {}))
  const value = (id: string) => answer.values.find((one) => one.id === id)

  test('shows every value with who stands behind it, its default and what else it may be', () => {
    expect(answer.values.map(({ id }) => id)).toEqual(POLICY_IDS)
    expect(value('gates.number')).toMatchObject({ value: 0.9, signedBy: 'Head of the unit', default: { value: 0.8 }, range: { least: 0.5, most: 0.99 }, ways: null, signed: [{ value: 0.9, noted: { by: 'officer-1' } }] })
    expect(value('ngoAtTheScene')).toMatchObject({ value: 'off-site', ways: ['off-site', 'second-wave', 'entry-team'], range: null, signed: [] })
  })

  test('goes by the version of what is in force', () => {
    expect(answer.certainty).toBe('2026-11+1')
  })
})

test('a value is signed with its source, who stands behind it, and a day that exists', () => {
  const act = { id: 'policy-0001', act: 'sign', of: 'womenOfficers', value: 3, source: 'Standing order 12', signedBy: 'Head of the unit', asOf: '2031-01-15' }
  expect(PolicyActShape.parse(act)).toMatchObject({ sureness: 'judgement' })
  for (const [field, wrong] of [['of', 'shoeSize'], ['signedBy', ' '], ['source', ''], ['asOf', '2031-02-30']] as const)
    expect([field, PolicyActShape.safeParse({ ...act, [field]: wrong }).success]).toEqual([field, false])
})
