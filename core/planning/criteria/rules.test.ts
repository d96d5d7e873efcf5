import { describe, expect, test } from 'vitest'
import { at, EMPTY_PLAN, FORCE, lacksIn, planOf, readRaid, requirementIn } from '../../../tests/planning-cast.ts'
import type { PlannedOperation } from '../operation.ts'
import { CONTINGENCIES, EXPECTATIONS, ORGANISATIONS, THOSE_AT_RISK, type Plan, type TeamMember } from '../plan.ts'
import { CRITERION_IDS, requirementsOf, seenAfterwards, type RequirementId } from '../requirements.ts'
import { LADDER } from '../ladder.ts'
import { RULES } from './rules.ts'

const smart = planOf()
const { plan } = smart
const with_ = <Section extends keyof Plan>(section: Section, changes: Partial<Plan[Section]>, more: Partial<PlannedOperation> = {}): PlannedOperation =>
  ({ ...smart, ...more, plan: { ...plan, [section]: { ...plan[section], ...changes } } })
const figuresOf = (operation: PlannedOperation, requirement: RequirementId) => requirementIn(readRaid(operation), requirement).lacks.map(({ figures }) => figures)

const [late, early] = [at('2031-03-06T05:30:01Z'), at('2031-03-01T00:00:00Z')]
/** After the instant of asking, and before entry. */
const tonight = at('2031-03-05T22:00:00Z')

test('every requirement a plan is asked has a rule, and no rule is for anything else', () => {
  const asked = CRITERION_IDS.filter((id) => id !== 'certainty' && id !== 'offence').flatMap(requirementsOf).filter((id) => !seenAfterwards(id))
  expect(Object.values(RULES).flatMap((rule) => Object.keys(rule)).toSorted()).toEqual(asked.toSorted())
})

test('no requirement is met by an empty plan, and each that is met rests on an entry', () => {
  for (const rule of Object.values(RULES))
    for (const [id, answer] of Object.entries(rule)) {
      expect([id, answer(EMPTY_PLAN, FORCE.planning).met]).toEqual([id, 'no'])
      expect([id, answer(smart, FORCE.planning).met, answer(smart, FORCE.planning).restsOn.length > 0]).toEqual([id, 'yes', true])
    }
})

describe('alternatives', () => {
  test.each(LADDER)('%s needs a reason for each rung below it', (rung) => {
    const reasons = LADDER.filter((other) => LADDER.indexOf(other) < LADDER.indexOf(rung)).map((other) => ({ id: other, rung: other, because: 'It was tried' }))
    expect(lacksIn(with_('alternatives', { rejected: reasons }, { rung }), 'alternatives/lesser-rungs')).toEqual([])
    expect(lacksIn(with_('alternatives', { rejected: reasons.slice(1) }, { rung }), 'alternatives/lesser-rungs')).toEqual(reasons.length > 0 ? ['alternatives/no-reason'] : [])
  })
  test('the least intrusive way needs no reason, and rests on having been chosen', () => {
    const operation = with_('alternatives', { rejected: [] }, { rung: 'assisted-exit' })
    expect(requirementIn(readRaid(operation), 'alternatives/lesser-rungs')).toMatchObject({ met: 'yes', restsOn: ['rung'] })
  })
  test('a reason that says nothing is none', () => {
    const rejected = plan.alternatives.rejected.map((one) => ({ ...one, because: one.rung === 'assisted-exit' ? ' – ' : one.because }))
    expect(figuresOf(with_('alternatives', { rejected }), 'alternatives/lesser-rungs')).toEqual([{ rung: 'assisted-exit' }])
  })
  test('an unknown rung has no alternatives to weigh', () => expect(lacksIn({ ...smart, rung: 'unknown' }, 'alternatives/lesser-rungs')).toEqual(['alternatives/no-rung']))
})

describe('authority', () => {
  const member = (changes: Partial<TeamMember>): TeamMember => ({ id: 'more', name: 'Somebody', organisation: 'police', task: 'supports', woman: 'unknown', ...changes })
  const team = (...members: readonly Partial<TeamMember>[]) => with_('authority', { team: [...plan.authority.team, ...members.map(member)] })

  test.each(ORGANISATIONS)('somebody of %s leads or executes only with the power to enforce', (organisation) => {
    const partner = organisation === 'ngo' || organisation === 'private'
    for (const task of ['leads', 'executes'] as const) expect(lacksIn(team({ organisation, task }), 'authority/no-partner-enforces')).toEqual(partner ? ['authority/partner-enforces'] : [])
    expect(lacksIn(team({ organisation, task: 'supports' }), 'authority/no-partner-enforces')).toEqual([])
  })
  test('a partner stands no nearer to the door than policy allows, for comfort and interpretation', () => {
    const stands = (station: TeamMember['stands']) => team({ organisation: 'ngo', task: 'supports', ...(station && { stands: station }) })
    expect([undefined, 'off-site', 'second-wave', 'entry-team'].map((station) => lacksIn(stands(station as TeamMember['stands']), 'authority/no-partner-enforces'))).toEqual([[], [], ['authority/partner-too-near'], ['authority/partner-too-near']])
    const secondWave = { ...FORCE, planning: { ...FORCE.planning, ngoAtTheScene: { ...FORCE.planning.ngoAtTheScene, value: 'second-wave' as const } } }
    expect(requirementIn(readRaid(stands('second-wave'), secondWave), 'authority/no-partner-enforces').met).toBe('yes')
    expect(lacksIn(team({ organisation: 'police', stands: 'entry-team' }), 'authority/no-partner-enforces')).toEqual([])
  })
  test('a partner who leads alone leads nobody', () => {
    const partner = member({ organisation: 'ngo', task: 'leads' })
    expect(lacksIn(with_('authority', { team: [partner] }), 'authority/no-partner-enforces')).toEqual(['authority/partner-enforces'])
    expect(lacksIn(with_('authority', { team: [member({})] }), 'authority/no-partner-enforces')).toEqual(['authority/nobody-leads'])
  })
  test.each<[string, Partial<TeamMember>, number]>([
    ['a woman of the police', { woman: 'yes' }, 0],
    ['somebody of whom it is not known', { woman: 'unknown' }, 1],
    ['a man', { woman: 'no' }, 1],
    ['a woman of a partner organisation', { woman: 'yes', organisation: 'ngo' }, 1],
    ['a woman of a private firm', { woman: 'yes', organisation: 'private' }, 1],
  ])('policy asks for two women officers: with one and %s', (_who, second, short) => {
    const [leader, first] = plan.authority.team
    const operation = with_('authority', { team: [leader!, first!, member(second)] })
    expect(figuresOf(operation, 'authority/women-officers')).toEqual(short > 0 ? [{ short }] : [])
  })
  test.each([['noQuota', 'authority/no-quota', 'authority/quota-not-ruled-out'], ['noPrivateCustody', 'authority/no-private-custody', 'authority/private-custody-not-ruled-out']] as const)(
    '%s is an undertaking that has been given',
    (field, requirement, code) => {
      expect(lacksIn(with_('authority', { [field]: [] }), requirement)).toEqual([code])
      expect(lacksIn(with_('authority', { [field]: [{ id: 'later', givenBy: 'Superintendent', on: tonight }] }), requirement)).toEqual([code])
    },
  )
  test('nobody on the operation is a child’s guardian, whatever was undertaken', () => {
    const guardians = [{ id: 'guardian', name: ' officer  ONE' }]
    expect(lacksIn(with_('care', { guardians }), 'authority/no-private-custody')).toEqual(['authority/guardian-on-operation'])
    expect(figuresOf(with_('care', { guardians }), 'authority/no-private-custody')).toEqual([{ guardian: 'guardian' }])
  })
})

describe('care', () => {
  const confirmed = (confirmedAt: typeof late) => with_('care', { places: plan.care.places.map((place) => ({ ...place, confirmedAt })) })

  test.each([
    ['72 hours before entry', at('2031-03-03T05:30:00Z'), true],
    ['a second earlier', at('2031-03-03T05:29:59Z'), false],
    ['at the instant of asking', at('2031-03-05T18:00:00Z'), true],
    ['after it is asked', tonight, false],
    ['after entry', late, false],
  ])('places count when confirmed %s: %s', (_when, confirmedAt, counts) => {
    expect(lacksIn(confirmed(confirmedAt), 'care/places')).toEqual(counts ? [] : ['care/places-short', 'care/place-not-confirmed', 'care/place-not-confirmed'])
  })
  test('policy may ask for a younger promise', () => {
    const planning = { ...FORCE.planning, placeConfirmedHours: { ...FORCE.planning.placeConfirmedHours, value: 24 } }
    expect(requirementIn(readRaid(smart, { ...FORCE, planning }), 'care/places').met).toBe('no')
  })
  test('a place that was not confirmed is not named while there are enough without it', () => {
    const places = [...plan.care.places, { ...plan.care.places[0]!, id: 'old', confirmedAt: early }]
    expect(lacksIn(with_('care', { places }), 'care/places')).toEqual([])
    expect(requirementIn(readRaid(with_('care', { places })), 'care/places').restsOn).toEqual(['house-women', 'house-men'])
  })
  test('says how many are short, and for whom', () => {
    const expected = smart.expected.map((group) => (group.id === 'men' ? { ...group, high: 5 } : group))
    expect(figuresOf({ ...smart, expected }, 'care/places')).toEqual([{ short: 2, cell: 'male-adult' }])
  })
  test.each([[[]], [[{ id: 'nobody', sex: 'any', age: 'adult', low: 0, high: 0 }]]] as const)('expecting nobody is no plan for care: %#', (expected) => {
    expect(lacksIn({ ...smart, expected }, 'care/places')).toEqual(['care/nobody-expected-stated'])
  })
  test('transport has a seat for the upper end of those expected', () => {
    expect(lacksIn(with_('care', { transport: [{ id: 'bus', name: 'Bus', seats: 15 }] }), 'care/transport')).toEqual([])
    expect(figuresOf(with_('care', { transport: [{ id: 'bus', name: 'Bus', seats: 10 }, { id: 'van', name: 'Van', seats: 4 }] }), 'care/transport')).toEqual([{ short: 1 }])
    expect(lacksIn(with_('care', { transport: [] }), 'care/transport')).toEqual(['care/no-transport'])
  })
})

describe('contingency and expectations', () => {
  test.each(CONTINGENCIES)('a response for %s is prepared', (event) => {
    expect(figuresOf(with_('contingency', { responses: plan.contingency.responses.filter((one) => one.event !== event) }), 'contingency/prepared')).toEqual([{ event }])
  })
  const brief = (prepares: readonly (typeof EXPECTATIONS)[number][], when = early, id = 'briefing') => ({ id, by: 'Commander', at: when, prepares })
  test.each(EXPECTATIONS)('those going in are prepared for %s', (expectation) => {
    const briefings = [brief(EXPECTATIONS.filter((one) => one !== expectation))]
    expect(figuresOf(with_('expectations', { briefings }), 'expectations/briefed')).toEqual([{ expectation }])
    expect(lacksIn(with_('expectations', { briefings: [...briefings, brief([expectation], early, 'second')] }), 'expectations/briefed')).toEqual([])
  })
  test('a briefing may still lie ahead when it is asked, and not after entry', () => {
    expect(lacksIn(with_('expectations', { briefings: [brief(EXPECTATIONS, smart.at)] }), 'expectations/briefed')).toEqual([])
    expect(lacksIn(with_('expectations', { briefings: [brief(EXPECTATIONS, late)] }), 'expectations/briefed')).toEqual(EXPECTATIONS.map(() => 'expectations/not-prepared-for'))
  })
})

describe('deconfliction', () => {
  const check = (result: 'no-conflict' | 'conflict' | 'conflict-resolved', when = early) => with_('deconfliction', { checks: [{ id: 'desk', with: 'Desk', at: when, result }] })
  test.each([['no-conflict', []], ['conflict-resolved', []], ['conflict', ['deconfliction/conflict-open']]] as const)('a check that found %s', (result, codes) => {
    expect(lacksIn(check(result), 'deconfliction/checked')).toEqual(codes)
  })
  test.each([['after it is asked', tonight], ['after entry', late]])('a check %s is none', (_when, moment) => expect(lacksIn(check('no-conflict', moment), 'deconfliction/checked')).toEqual(['deconfliction/not-checked']))
})

describe('interviews', () => {
  test.each([['adults', 'interviews/interviewers'], ['children', 'interviews/children']] as const)('%s are interviewed by somebody who did not enter', (whom, requirement) => {
    const others = plan.interviews.interviewers.filter((one) => one.interviews !== whom)
    const own = plan.interviews.interviewers.find((one) => one.interviews === whom)!
    expect(figuresOf(with_('interviews', { interviewers: others }), requirement)).toEqual([{ whom }])
    expect(figuresOf(with_('interviews', { interviewers: [...others, { ...own, onEntryTeam: 'yes' }] }), requirement)).toEqual([{ interviewer: own.id }])
    expect(lacksIn(with_('interviews', { interviewers: [...others, { ...own, name: 'Officer Two' }] }), requirement)).toEqual(['interviews/on-entry-team'])
    expect(lacksIn(with_('interviews', { interviewers: [...others, { ...own, name: 'Somebody else' }] }), requirement)).toEqual([])
  })
  test('whoever supports the team has not entered', () => {
    const team = [...plan.authority.team, { id: 'support', name: plan.interviews.interviewers[0]!.name, organisation: 'social-service', task: 'supports', woman: 'yes' } as const]
    expect(lacksIn(with_('authority', { team }), 'interviews/interviewers')).toEqual([])
  })
  test.each(['shelter', 'clinic', 'family-justice-centre', 'reception-centre', 'hotel', 'police-station', 'cell', 'detention-centre'] as const)('a %s detains, or does not', (kind) => {
    const detains = kind === 'cell' || kind === 'detention-centre'
    expect(lacksIn(with_('interviews', { places: [{ id: 'there', name: 'There', kind }] }), 'interviews/place')).toEqual(detains ? ['interviews/place-detains'] : [])
  })
  test('one place that detains spoils the others', () => {
    const places = [...plan.interviews.places, { id: 'cell', name: 'Cell', kind: 'cell' as const }]
    expect(figuresOf(with_('interviews', { places }), 'interviews/place')).toEqual([{ place: 'cell' }])
  })
  test('an interpreter is vetted for each language expected, before it is asked', () => {
    const [interpreter] = plan.interviews.interpreters
    expect(figuresOf(with_('interviews', { languages: ['th', 'km'] }), 'interviews/interpreters')).toEqual([{ language: 'km' }])
    expect(figuresOf(with_('interviews', { interpreters: [{ ...interpreter!, vettedOn: tonight }] }), 'interviews/interpreters')).toEqual([{ language: 'th' }])
    expect(lacksIn(with_('interviews', { languages: [] }), 'interviews/interpreters')).toEqual(['interviews/languages-not-stated'])
  })
})

describe('media', () => {
  test('somebody has undertaken that no media are embedded', () => {
    expect(lacksIn(with_('media', { noneEmbedded: [{ id: 'later', givenBy: 'Superintendent', on: tonight }] }), 'media/none-embedded')).toEqual(['media/not-ruled-out'])
  })
  test('one person alone may release anything', () => {
    const two = [{ id: 'a', name: 'One' }, { id: 'b', name: 'Two' }]
    expect(lacksIn(with_('media', { releaseOfficers: two }), 'media/release-officer')).toEqual(['media/several-release-officers'])
    expect(lacksIn(with_('media', { releaseOfficers: [] }), 'media/release-officer')).toEqual(['media/no-release-officer'])
  })
})

describe('safety', () => {
  test.each(THOSE_AT_RISK)('what could happen to %s is considered, or why they are not there', (who) => {
    const without = { risks: plan.safety.risks.filter((risk) => risk.who !== who), notPresent: plan.safety.notPresent.filter((one) => one.who !== who) }
    expect(figuresOf(with_('safety', without), 'safety/everyone-considered')).toEqual([{ who }])
    const excused = { ...without, notPresent: [...without.notPresent, { id: 'excused', who, because: 'They are elsewhere' }] }
    expect(lacksIn(with_('safety', excused), 'safety/everyone-considered')).toEqual(who === 'victims' ? ['safety/not-considered'] : [])
  })
})

describe('segregation', () => {
  test.each([['zones', 'segregation/zones', 'segregation/no-zone', 'segregation/zone-for-both'], ['vehicles', 'segregation/vehicles', 'segregation/no-vehicle', 'segregation/vehicle-for-both']] as const)(
    'each side has %s of its own',
    (field, requirement, missing, shared) => {
      const entries: readonly { readonly id: string; readonly name: string; readonly for: string }[] = plan.segregation[field]
      for (const group of ['victims', 'suspects']) expect(figuresOf(with_('segregation', { [field]: entries.filter((one) => one.for !== group) }), requirement)).toEqual([{ group }])
      expect(lacksIn(with_('segregation', { [field]: [] }), requirement)).toEqual([missing, missing])
      const same = entries.map((one) => ({ ...one, name: one.for === 'victims' ? 'The big room' : ' the BIG  room' }))
      expect(lacksIn(with_('segregation', { [field]: same }), requirement)).toEqual([shared])
    },
  )
  test('a zone for others takes the place of neither', () => {
    const zones = [...plan.segregation.zones.filter((zone) => zone.for === 'victims'), { id: 'third', name: 'Street', for: 'others' as const }]
    expect(lacksIn(with_('segregation', { zones }), 'segregation/zones')).toEqual(['segregation/no-zone'])
  })
})

test('a handover lies after entry', () => {
  const handover = (when: typeof late) => with_('transition', { handovers: plan.transition.handovers.map((one) => ({ ...one, at: when })) })
  expect(lacksIn(handover(smart.at), 'transition/handover')).toEqual([])
  expect(figuresOf(handover(at('2031-03-06T05:29:59Z')), 'transition/handover')).toEqual([{ handover: 'handover' }])
})
