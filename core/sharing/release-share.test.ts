import { describe, expect, test } from 'vitest'
import { COMPLETE, factOn, groundsOf, INSPECTOR, organisation, PARTNER, preparedOn, SAFE, SECOND, shareOf, SHELTER, UNIT, who, WORKER, WRITER } from '../../tests/share-cast.ts'
import { later, MORNING, reportOn } from '../../tests/site-cast.ts'
import type { Handling } from '../intelligence/handling.ts'
import { isoOf } from '../kernel/instant.ts'
import { prepareShare } from './prepare-share.ts'
import { releaseAtOnce, releaseShare, standingInTheWay } from './release-share.ts'
import type { ExposureAnswer, SharePrepared } from './share-facts.ts'
import type { ShareGrounds } from './share-grounds.ts'

const refused = (code: string, more: object = {}) => ({ accepted: false, refusal: { code, ...more } })
const letGo = (changes: Partial<SharePrepared> = {}, grounds: ShareGrounds = COMPLETE, facts = [SAFE]) => releaseShare(shareOf(preparedOn(facts, changes)), grounds)
const handled = (handling: Handling, other: Handling = handling) => groundsOf([{ ...WORKER, handling }, { ...INSPECTOR, handling: other }])
const amber: Handling = { sharing: 'TLP:AMBER', action: 'PAP:GREEN' }

describe('preparing what is to be passed on', () => {
  const prepare = (changes: Partial<SharePrepared>, facts = [SAFE]) => prepareShare(preparedOn(facts, changes), COMPLETE.reports)
  test('is for another organisation, and for something', () => {
    expect(prepare({})).toMatchObject({ accepted: true })
    expect(prepare({ to: { organisation: UNIT, audience: 'clients', named: [] } })).toEqual(refused('share/not-another-organisation'))
    expect(prepare({}, [])).toEqual(refused('share/nothing-to-pass-on'))
  })
  test('rests on reports that we hold', () => expect(prepare({}, [factOn('a', ['worker', 'lost', 'lost'])])).toEqual(refused('share/no-such-report', { reports: ['lost'] })))
  test('never takes consent for the police, nor a task of authority for an NGO', () => {
    expect(prepare({ inWriting: 'yes' }, [factOn('a', ['worker'], { basis: 'consent' })])).toEqual(refused('share/basis-not-theirs', { facts: ['a'] }))
    expect(prepare({}, [SAFE, factOn('b', ['worker'], { controller: SHELTER })])).toEqual(refused('share/basis-not-theirs', { facts: ['b'] }))
    expect(prepare({}, [factOn('b', ['worker'], { controller: SHELTER, basis: 'vital-interest' })])).toMatchObject({ accepted: true })
  })
  test('by consent, asks for it in writing', () => {
    const byConsent = [factOn('b', ['worker'], { controller: SHELTER, basis: 'consent' })]
    expect(prepare({ inWriting: 'unknown' }, byConsent)).toEqual(refused('share/consent-not-in-writing'))
    expect(prepare({ inWriting: 'yes' }, byConsent)).toMatchObject({ accepted: true })
  })
})

describe('letting something go', () => {
  test('is done by somebody else than whoever wrote it', () => {
    expect(letGo()).toMatchObject({ accepted: true, facts: [{ type: 'share/released', knownAt: COMPLETE.now }] })
    expect(letGo({}, { ...COMPLETE, by: WRITER })).toEqual(refused('share/own-share'))
  })
  test('is done by nobody who wrote in it: whoever checks it and puts the text or a fact otherwise is a writer too', () => {
    const exposed = [SAFE, factOn('door', ['worker'])]
    const checked = (says: string, answer: ExposureAnswer) => shareOf(preparedOn(exposed), [{ type: 'share/checked', says, answers: [answer] }, SECOND])
    const without: ExposureAnswer = { fact: 'door', exposure: 'one-source', how: 'left-out' }
    const coarser: ExposureAnswer = { fact: 'door', exposure: 'one-source', how: 'coarsened', tells: { kind: 'not-told', time: 'not-told' }, says: 'There is a way in' }
    const by = (share: ReturnType<typeof checked>, by = SECOND) => releaseShare(share, { ...COMPLETE, by })
    expect(by(checked('Something quite different', without))).toEqual(refused('share/own-share'))
    expect(by(checked('Please keep places ready', coarser))).toEqual(refused('share/own-share'))
    expect(by(checked('Something quite different', without), WRITER)).toEqual(refused('share/own-share'))
    expect(by(checked('Something quite different', without), who('analyst-three'))).toMatchObject({ accepted: true })
    expect(by(checked('Please keep places ready', without))).toMatchObject({ accepted: true })
  })
  test('is done once', () => expect(releaseShare(shareOf(preparedOn([SAFE]), [{ type: 'share/released', left: { says: 'x', facts: [] }, knownAt: MORNING }, SECOND]), COMPLETE)).toEqual(refused('share/nothing-waits')))
  test('waits while a finding has no answer', () => expect(letGo({}, COMPLETE, [SAFE, factOn('door', ['worker'])])).toEqual(refused('share/findings-open', { facts: ['door'] })))
  test('is refused where one report among several stays within the organisation', () => expect(letGo({}, handled(amber, { ...amber, sharing: 'TLP:AMBER+STRICT' }))).toEqual(refused('share/handling-forbids', { label: 'TLP:AMBER+STRICT' })))
  test('carries the label of what a report was derived from too', () => {
    const grounds = groundsOf([{ ...WORKER, handling: { ...amber, sharing: 'TLP:RED' } }, INSPECTOR, reportOn('again', { derivedFrom: ['worker'] as never, handling: { sharing: 'TLP:CLEAR' } })])
    expect(letGo({}, grounds, [factOn('places', ['again', 'inspector'])])).toEqual(refused('share/handling-forbids', { label: 'TLP:RED' }))
  })
  test('of what is red, is for persons who are named', () => {
    const red = handled({ ...amber, sharing: 'TLP:RED' })
    const marking = { sharing: 'TLP:RED', action: 'PAP:RED' } as const
    expect(letGo({ marking }, red)).toEqual(refused('share/handling-forbids', { label: 'TLP:RED' }))
    expect(letGo({ marking, to: { organisation: SHELTER, audience: 'named-recipients', named: [PARTNER] } }, red)).toMatchObject({ accepted: true })
  })
  test('never marks a paper more widely than what it rests on', () => expect(letGo({ marking: { sharing: 'TLP:GREEN', action: 'PAP:RED' } })).toEqual(refused('share/marked-too-widely', { label: 'TLP:AMBER' })))
  test('asks for nothing others could notice, on the ground of what must not be noticed', () => {
    const silent = handled(amber, { ...amber, action: 'PAP:RED' })
    expect(letGo({ asks: 'comfort-at-the-scene' }, silent)).toEqual(refused('share/would-be-noticed'))
    expect(letGo({ asks: 'comfort-at-the-scene' })).toMatchObject({ accepted: true })
    expect(letGo({}, silent)).toMatchObject({ accepted: true })
    expect(letGo({ marking: { sharing: 'TLP:AMBER', action: 'PAP:GREEN' } }, silent)).toEqual(refused('share/would-be-noticed'))
  })
  test('gives an NGO no intelligence, and nothing of suspects in a referral', () => {
    expect(letGo({ content: 'intelligence' })).toEqual(refused('share/receiver-may-not-hold'))
    expect(letGo({ content: 'intelligence', to: { organisation: organisation('prosecution', 'prosecution'), audience: 'clients', named: [] } })).toMatchObject({ accepted: true })
    expect(letGo({ content: 'referral' }, COMPLETE, [factOn('a', ['worker', 'inspector'], { about: 'suspect' })])).toEqual(refused('share/receiver-may-not-hold'))
    expect(letGo({ content: 'assessment' }, COMPLETE, [factOn('a', ['worker', 'inspector'], { about: 'suspect' })])).toMatchObject({ accepted: true })
  })
  test.each(['investigate', 'search'] as const)('never asks a partner to %s', (asks) => expect(letGo({ asks })).toEqual(refused('share/partner-and-enforcement')))
  test('carries no words of a source and no name one goes by', () => {
    const spoken = groundsOf([{ ...WORKER, says: 'He hides the key of the blue door under the third stone' }, INSPECTOR])
    const saying = (says: string) => ({ passed: { says, facts: [SAFE] } })
    expect(letGo(saying('They said: hides the key of the BLUE door, at night'), spoken)).toEqual(refused('share/names-a-source'))
    expect(letGo({ conditions: 'Told by Larch-204' }, spoken)).toEqual(refused('share/names-a-source'))
    expect(letGo(saying('The door can be opened from outside'), spoken)).toMatchObject({ accepted: true })
  })
  test('says which source is named to whoever answers for them alone, and answers alike of a name that nobody bears and of a source of another site', () => {
    const reports = [{ ...WORKER, source: { id: 'source-0001' }, says: 'He hides the key of the blue door under the third stone' }, INSPECTOR]
    const grounds = (answersFor: readonly string[]) => groundsOf(reports, { sourceIds: ['source-0001', 'source-0002'], answersFor: new Set(answersFor) })
    const said = (conditions: string, answersFor: readonly string[] = []) => letGo({ conditions }, grounds(answersFor))
    for (const text of ['Told by larch-204', 'Told by yew-999', 'See source-0001', 'See source-0002', 'hides the key of the blue door']) expect(said(text)).toEqual(refused('share/names-a-source'))
    expect(said('larch-204 hides the key of the blue door, see source-0002', ['source-0001', 'larch-204'])).toEqual(refused('share/names-a-source', { names: ['worker', 'larch-204'] }))
  })
  test('waits until a delay that somebody chose is over', () => {
    const share = shareOf(preparedOn([SAFE, factOn('door', ['worker'])]), [{ type: 'share/checked', says: 'Please keep places ready', answers: [{ fact: 'door', exposure: 'one-source', how: 'delayed', until: later(3) }] }, WRITER])
    expect(releaseShare(share, COMPLETE)).toEqual(refused('share/delayed', { until: isoOf(later(3)) }))
    expect(releaseShare(share, { ...COMPLETE, now: later(3) })).toMatchObject({ accepted: true })
  })
  test('says everything that stands in the way at once, to whoever looks', () =>
    expect(standingInTheWay(shareOf(preparedOn([factOn('door', ['worker'])], { content: 'intelligence' })), { ...COMPLETE, by: WRITER }).map(({ code }) => code)).toEqual(['share/own-share', 'share/receiver-may-not-hold', 'share/findings-open']))
})

describe('what leaves', () => {
  test('tells as coarsely as was decided, and nothing that leads back into the file', () => {
    const decision = letGo({}, COMPLETE, [{ ...SAFE, tells: { kind: 'access', time: 'week' } }])
    expect(decision).toMatchObject({ facts: [{ left: { facts: [{ from: 'person-with-access', seen: { from: Date.UTC(2031, 1, 24), until: Date.UTC(2031, 2, 3) } }] } }] })
    expect(JSON.stringify(decision)).not.toMatch(/worker|inspector|escaped|restsOn|fact-/)
  })
})

describe('letting something go at once', () => {
  const danger = [factOn('door', ['worker'], { basis: 'authority-danger-to-life' })]
  const atOnce = (changes: Partial<SharePrepared> = {}, told = [who('officer-one'), who('officer-two')], facts = danger, grounds = { ...handled({ ...amber, sharing: 'TLP:RED' }), by: WRITER }) =>
    releaseAtOnce({ because: 'Fire at the place', told, mayReview: new Set([who('officer-one'), who('officer-two'), WRITER]) }, shareOf(preparedOn(facts, { content: 'assessment', ...changes })), grounds)
  test('is done by one person, and keeps what it passed over for whoever looks afterwards', () =>
    expect(atOnce()).toMatchObject({ accepted: true, facts: [{ type: 'share/released-at-once', passedOver: ['share/handling-forbids', 'share/marked-too-widely', 'share/findings-open'] }] }))
  test('is for an assessment where a life is in danger', () => {
    expect(atOnce({ content: 'tasking' })).toEqual(refused('share/no-emergency'))
    expect(atOnce({}, undefined, [...danger, factOn('b', ['worker'])])).toEqual(refused('share/no-emergency'))
  })
  test('tells two others', () => {
    expect(atOnce({}, [who('officer-one'), WRITER])).toEqual(refused('share/two-not-told'))
    expect(atOnce({}, [who('officer-one'), who('officer-one')])).toEqual(refused('share/two-not-told'))
  })
  test('tells only people who could look at it afterwards', () => {
    expect(atOnce({}, [who('officer-one'), who('nobody-at-all')])).toEqual(refused('share/told-may-not-review'))
    expect(atOnce({}, [who('officer-one'), who('officer-two'), who('nobody-at-all')])).toEqual(refused('share/told-may-not-review'))
  })
  test('asks no partner for enforcement and carries no words of a source, whatever the danger', () => {
    expect(atOnce({ asks: 'search' })).toEqual(refused('share/partner-and-enforcement'))
    expect(atOnce({ purpose: 'From larch-204' })).toEqual(refused('share/names-a-source'))
  })
})
