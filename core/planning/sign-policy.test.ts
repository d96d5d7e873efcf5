import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FORCE } from '../../tests/planning-cast.ts'
import { allowedFor, POLICY_IDS, policyInForce, policyValue, type PolicyId, type PolicySigned } from './policy-facts.ts'
import { signPolicy } from './sign-policy.ts'

const SIGNED = { source: 'Standing order 12', sureness: 'seen', signedBy: 'Head of the unit', asOf: '2031-01-15' } as const
const sign = (id: PolicyId, value: number | string, inForce = FORCE) => signPolicy({ role: 'authorising-officer', id, value, ...SIGNED }, inForce)
const fact = (id: PolicyId, value: number | string): PolicySigned => ({ type: 'policy/signed', id, value, ...SIGNED })

describe('signing a value of policy', () => {
  test('keeps it with where it comes from and who stands behind it', () => {
    expect(sign('womenOfficers', 3)).toEqual({ accepted: true, facts: [fact('womenOfficers', 3)] })
    expect(sign('ngoAtTheScene', 'second-wave')).toEqual({ accepted: true, facts: [fact('ngoAtTheScene', 'second-wave')] })
  })

  test('is for an authorising officer', () => {
    expect(signPolicy({ role: 'planner', id: 'womenOfficers', value: 3, ...SIGNED }, FORCE)).toMatchObject({ refusal: { code: 'policy/not-an-authorising-officer' } })
  })

  test('is refused out of range, with the range', () => {
    expect(sign('gates.number', 0.2)).toEqual({ accepted: false, refusal: { code: 'policy/out-of-range', id: 'gates.number', least: 0.6, most: 0.99 } })
    expect(sign('gates.number', 1)).toMatchObject({ refusal: { code: 'policy/out-of-range' } })
    expect(sign('womenOfficers', 1.5)).toMatchObject({ refusal: { code: 'policy/out-of-range' } })
    expect(sign('womenOfficers', 'two')).toMatchObject({ refusal: { code: 'policy/out-of-range' } })
    expect(sign('gates.number', Number.NaN)).toMatchObject({ refusal: { code: 'policy/out-of-range' } })
  })

  test('knows no way that no authority stands for', () => {
    expect(sign('ngoAtTheScene', 'leads')).toEqual({ accepted: false, refusal: { code: 'policy/no-such-way', id: 'ngoAtTheScene', ways: ['off-site', 'second-wave', 'entry-team'] } })
    expect(sign('civilWitnesses', 2)).toMatchObject({ refusal: { code: 'policy/no-such-way' } })
  })

  test('never asks more of an entry that intrudes less', () => {
    expect(sign('gates.numberLowerIntrusion', 0.81)).toMatchObject({ refusal: { least: 0.3, most: 0.8 } })
    expect(sign('gates.numberLowerIntrusion', 0.81, policyInForce(FORCE, [fact('gates.number', 0.9)])).accepted).toBe(true)
    expect(sign('gates.number', 0.55)).toMatchObject({ refusal: { least: 0.6 } })
  })

  test('takes every default for one that may be signed', () => {
    for (const id of POLICY_IDS) expect([id, sign(id, policyValue(FORCE, [], id).value).accepted]).toEqual([id, true])
  })
})

describe('policy in force', () => {
  test('is the default where nobody has signed anything', () => {
    expect(policyInForce(FORCE, [])).toEqual(FORCE)
  })

  test('is the last that was signed of each value, and the default of the others', () => {
    const force = policyInForce(FORCE, [fact('womenOfficers', 3), fact('womenOfficers', 4), fact('gates.number', 0.9)])
    expect(force.planning.womenOfficers).toEqual({ value: 4, ...SIGNED })
    expect(force.certainty).toMatchObject({ version: '2026-11+3', signedBy: 'Head of the unit', asOf: '2031-01-15', gates: { number: 0.9, numberLowerIntrusion: 0.6 } })
    expect(force.planning.placeConfirmedHours).toEqual(FORCE.planning.placeConfirmedHours)
  })

  test('goes by another version whenever a gate was signed, and by the same however often it is asked', () => {
    const signed = [fact('gates.number', 0.9), fact('gates.freshHalfLives', 0.4)]
    expect(policyInForce(FORCE, signed).certainty.version).toBe('2026-11+2')
    expect(policyInForce(FORCE, signed.slice(0, 1)).certainty.version).toBe('2026-11+1')
    expect(policyInForce(FORCE, signed)).toEqual(policyInForce(FORCE, signed))
  })

  test('shows each value with who stands behind it, a gate that nobody signed by the policy as a whole', () => {
    const signed = [fact('gates.number', 0.9)]
    const force = policyInForce(FORCE, signed)
    expect(policyValue(force, signed, 'gates.number')).toEqual({ value: 0.9, ...SIGNED })
    expect(policyValue(FORCE, [], 'gates.number')).toMatchObject({ value: 0.8, sureness: 'judgement', source: FORCE.certainty.source })
  })

  test('leaves every other value alone, whichever is signed', () => {
    fc.assert(fc.property(fc.constantFrom(...POLICY_IDS), fc.double({ min: 0, max: 1, noNaN: true }), (id, share) => {
      const allowed = allowedFor(id)
      const value = 'ways' in allowed ? allowed.ways[Math.floor(share * (allowed.ways.length - 1))]! : allowed.range.least + share * (allowed.range.most - allowed.range.least)
      const signed = [fact(id, value)]
      const force = policyInForce(FORCE, signed)
      expect(policyValue(force, signed, id)).toEqual({ value, ...SIGNED })
      for (const other of POLICY_IDS.filter((one) => one !== id)) expect(policyValue(force, signed, other).value).toEqual(policyValue(FORCE, [], other).value)
    }))
  })
})
