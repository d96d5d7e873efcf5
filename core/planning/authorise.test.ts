import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ANALYST, contactReport, EVE, fileOf, HOUR, hoursBefore, LEAK, OFFICER, partWritten, PLANNER, readAt, SECOND_PLANNER, siteEntries, siteOf, thenDone, WRITING_OFFICER, WRITTEN } from '../../tests/plan-cast.ts'
import { GOAL } from '../../tests/planning-cast.ts'
import { CASE_ROLES } from '../kernel/access.ts'
import { after } from '../kernel/instant.ts'
import type { Site } from '../intelligence/site.ts'
import { authorise, inTheWay, type Authorise } from './authorise.ts'
import { PLAN_PARTS, type PlanFact } from './plan-facts.ts'
import type { PlanFile } from './plan-file.ts'

const officer: Authorise = { by: OFFICER, role: 'authorising-officer', at: EVE }
const POLICY = ['certainty 2026-11', 'policy/unit 0']

const decide = (file: PlanFile, command: Authorise = officer, site: Site = siteOf()) => authorise(command, { plan: file, site, reading: readAt(file, site, command.at), policy: POLICY })
const codes = (file: PlanFile, command: Authorise = officer, site: Site = siteOf()) => inTheWay(command, { plan: file, site, reading: readAt(file, site, command.at), policy: POLICY }).map(({ code }) => code)
const without = (...parts: readonly string[]): PlanFile => fileOf(WRITTEN.filter(({ fact }) => !('part' in fact && parts.includes(fact.part))))

const smart = fileOf(WRITTEN)
const leaked = siteOf(siteEntries([LEAK, { by: ANALYST, when: EVE }]))
const AUTHORISED: PlanFact = { type: 'plan/authorised', plan: WRITTEN.length, site: 5, knownAt: EVE, condition: null, policy: POLICY }

describe('authorising a plan', () => {
  test('goes ahead on a smart plan, and keeps what was known and not what was made of it', () => {
    expect(decide(smart)).toEqual({ accepted: true, facts: [{ type: 'plan/authorised', plan: WRITTEN.length, site: 5, knownAt: EVE, condition: null, policy: POLICY }] })
  })

  test('is refused on a blind plan, with the signs of it', () => {
    expect(decide(without('identification', 'offences'))).toEqual({ accepted: false, refusal: { code: 'plan/blind', markers: ['B4', 'B5'] } })
  })

  test('names what is missing', () => {
    expect(decide(without('media', 'harm'))).toEqual({ accepted: false, refusal: { code: 'plan/not-ready', missing: ['media/none-embedded', 'media/release-officer'] } })
    expect(decide(without('goal'))).toMatchObject({ refusal: { code: 'plan/not-ready', missing: ['B3'] } })
  })

  test('is never done by whoever wrote any part of the plan, also where somebody else has rewritten it', () => {
    const rewritten = fileOf(thenDone([partWritten('media'), { by: WRITING_OFFICER }], [partWritten('media'), { by: SECOND_PLANNER }]))
    expect(decide(rewritten, { ...officer, by: WRITING_OFFICER })).toEqual({ accepted: false, refusal: { code: 'plan/own-plan' } })
    expect(decide(rewritten).accepted).toBe(true)
    expect(decide(smart, { ...officer, by: PLANNER })).toMatchObject({ refusal: { code: 'plan/own-plan' } })
  })

  test('is never done by whoever graded a report it rests on, first or later', () => {
    expect(decide(smart, { ...officer, by: ANALYST })).toMatchObject({ refusal: { code: 'plan/own-plan' } })
    const report = siteOf().reports[0]!.report
    const regraded = siteOf(siteEntries([{ type: 'report/graded', report: report.id, answers: report.answers, grading: report.grading, because: 'Asked again' }, { by: OFFICER, when: EVE }]))
    expect(decide(smart, officer, regraded)).toMatchObject({ refusal: { code: 'plan/own-plan' } })
  })

  test('may be done by whoever graded a report that the plan does not rest on', () => {
    const late = siteOf(siteEntries([{ type: 'report/received', report: contactReport('after-the-hour', after(HOUR, 1)) }, { by: OFFICER, when: EVE }]))
    expect(decide(smart, officer, late).accepted).toBe(true)
  })

  test.each(CASE_ROLES.filter((role) => role !== 'authorising-officer'))('is not for a role of %s', (role) => {
    expect(decide(smart, { ...officer, role })).toEqual({ accepted: false, refusal: { code: 'plan/not-an-authorising-officer' } })
  })

  test('comes too late once the hour has come', () => {
    expect(codes(smart, { ...officer, at: HOUR })).toContain('plan/hour-has-passed')
    expect(codes(smart, { ...officer, at: hoursBefore(HOUR, 0.1) })).toEqual([])
  })

  test('is done once for a version, and again for the next', () => {
    expect(decide(fileOf(thenDone([AUTHORISED, { by: OFFICER }])))).toMatchObject({ refusal: { code: 'plan/already-authorised' } })
    const changed = fileOf(thenDone([AUTHORISED, { by: OFFICER }], [partWritten('media'), { by: SECOND_PLANNER }]))
    expect(decide(changed)).toMatchObject({ accepted: true, facts: [{ plan: WRITTEN.length + 2 }] })
  })

  test('may be done again on a condition where leave has lapsed', () => {
    const decision = decide(fileOf(thenDone([AUTHORISED, { by: OFFICER }])), officer, leaked)
    expect(decision).toMatchObject({ accepted: true, facts: [{ type: 'plan/authorised' }] })
  })

  test('may be done without a condition once the plan is smart after all, and not again on the same condition', () => {
    const onCondition = fileOf(thenDone([{ ...AUTHORISED, condition: { seenAfter: EVE, notOlderThanDays: 24, confirmedBy: ['victim-on-site'] } } as PlanFact, { by: OFFICER }]))
    expect(decide(onCondition)).toMatchObject({ accepted: true, facts: [{ condition: null }] })
    expect(decide(onCondition, officer, leaked)).toMatchObject({ refusal: { code: 'plan/already-authorised' } })
  })

  test('does not revive a plan that was stood down, nor one that was carried out', () => {
    const stoodDown: PlanFact = { type: 'plan/stood-down', because: 'A leak', owner: OFFICER, reviewBy: after(EVE, 3) }
    expect(decide(fileOf(thenDone([stoodDown])))).toMatchObject({ refusal: { code: 'plan/stood-down' } })
    expect(decide(fileOf(thenDone([{ type: 'plan/entry-recorded', at: EVE, says: 'In' }])))).toMatchObject({ refusal: { code: 'plan/entered' } })
  })

  test('is not what an urgent entry waits for', () => {
    const urgent = fileOf(thenDone([{ type: 'plan/urgent-declared', declaration: { declaredBy: PLANNER, at: EVE, basis: 'danger-to-life', reasons: 'Smoke', restsOn: [] } }]))
    expect(decide(urgent)).toMatchObject({ refusal: { code: 'plan/urgent-track' } })
  })

  test('tells everything that is in the way, the first reason first', () => {
    expect(codes(without('identification'), { by: PLANNER, role: 'planner', at: HOUR })).toEqual(['plan/not-an-authorising-officer', 'plan/own-plan', 'plan/hour-has-passed', 'plan/blind'])
  })
})

describe('authorising on a condition', () => {
  test('stands where number and freshness alone are closed, with the reports that would open them', () => {
    const decision = decide(smart, officer, leaked)
    if (!decision.accepted) throw new Error(decision.refusal.code)
    const [fact] = decision.facts
    expect(fact).toMatchObject({ type: 'plan/authorised', site: 6, condition: { notOlderThanDays: 24, confirmedBy: expect.arrayContaining(['undercover-contact']) } })
  })

  test('stores no kind of report after which a gate would still be closed', () => {
    const reading = readAt(smart, leaked)
    const [first, ...others] = reading.conditional?.confirmedBy ?? []
    const conditional = { ...reading.conditional!, confirmedBy: [{ ...first!, gatesHold: 'no' as const }, ...others] }
    const decision = authorise(officer, { plan: smart, site: leaked, policy: POLICY, reading: { ...reading, conditional } })
    expect(decision).toMatchObject({ facts: [{ condition: { confirmedBy: others.map(({ kind }) => kind) } }] })
    expect(others.length).toBeGreaterThan(0)
  })

  test('is refused where anything else is missing', () => {
    expect(decide(without('media'), officer, leaked)).toMatchObject({ refusal: { code: 'plan/not-ready' } })
  })
})

describe('a blind plan', () => {
  const blinding = [
    (written: PlanFile) => ({ ...written, writings: written.writings.filter(({ written: { part } }) => part !== 'identification') }),
    (written: PlanFile) => ({ ...written, writings: written.writings.filter(({ written: { part } }) => part !== 'offences') }),
    (written: PlanFile) => ({ ...written, writings: [...written.writings, { noted: written.opened, written: partWritten('goal', { ...GOAL, declared: 'clear-district' }) }] }),
    (written: PlanFile) => ({ ...written, writings: [...written.writings, { noted: written.opened, written: partWritten('goal', { ...GOAL, tasking: 'immigration-enforcement' }) }] }),
  ]

  test('cannot be authorised by anybody, whatever else is right', () => {
    const anybody = fc.record({ by: fc.constantFrom(OFFICER, PLANNER, ANALYST, SECOND_PLANNER, WRITING_OFFICER), role: fc.constantFrom(...CASE_ROLES), at: fc.integer({ min: -72, max: 72 }).map((hours) => hoursBefore(HOUR, hours)) })
    const earlier = fc.constantFrom<readonly PlanFact[]>([], [AUTHORISED], [{ type: 'plan/refused', because: 'Wait', owner: OFFICER, reviewBy: after(EVE, 3) }])
    fc.assert(
      fc.property(fc.constantFrom(...blinding), fc.constantFrom(siteOf(), leaked), fc.subarray([...PLAN_PARTS]), anybody, earlier, (blind, site, taken, command, facts) => {
        const whole = fileOf(thenDone(...facts.map((fact) => [fact, { by: OFFICER }] as const)))
        const file = blind({ ...whole, writings: whole.writings.filter(({ written: { part } }) => part === 'hour' || !taken.includes(part)) })
        expect(readAt(file, site, command.at).verdict).toBe('blind')
        expect(decide(file, command, site).accepted).toBe(false)
        expect(codes(file, command, site)).toContain('plan/blind')
      }),
      { numRuns: 40 },
    )
  })
})
