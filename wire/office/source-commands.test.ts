import { describe, expect, test } from 'vitest'
import { ANALYST, later } from '../../tests/site-cast.ts'
import type { SourceOnFile } from '../../core/intelligence/source.ts'
import type { ActorId } from '../../core/kernel/id.ts'
import { isoOf } from '../../core/kernel/instant.ts'
import { useTerms } from '../source-terms.ts'
import { factOfSourceAct, isSourceDetermination, registeringFact, taskingFact } from './source-commands.ts'
import { SourceActShape, SourceRegisteredShape } from './sources.ts'

const charge = { handler: 'handler-one', controller: 'controller-one' }
const source: SourceOnFile = {
  kind: 'informant-tested', codeName: 'larch-204', protected: 'yes', underControl: 'no', age: 'adult', kin: 'no', charge: { handler: 'handler-one' as ActorId, controller: 'controller-one' as ActorId }, risk: 'unknown', person: null, uses: [], outcomes: {}, tasks: [], ended: null,
}
const register = (more: object = {}) => SourceRegisteredShape.parse({ id: 'act-number-one', kind: 'informant-tested', protected: 'yes', underControl: 'unknown', ...charge, ...more })
const act = (more: object) => SourceActShape.parse({ id: 'act-number-one', ...more })
const acted = (more: object, known = source) => factOfSourceAct(act(more), { by: ANALYST, role: 'analyst', now: later(2), terms: useTerms() }, known)
const officer = { by: 'officer-one' as ActorId, role: 'authorising-officer', now: later(2), terms: useTerms() } as const

describe('registering a source', () => {
  test('is under the name that was drawn', () => {
    expect(registeringFact(register(), 'larch-204')).toEqual({ made: 'fact', fact: { type: 'source/registered', kind: 'informant-tested', codeName: 'larch-204', protected: 'yes', underControl: 'unknown', ...charge } })
  })

  test('is refused where one person would handle and oversee it', () => {
    expect(registeringFact(register({ controller: 'handler-one' }), 'larch-204')).toEqual({ made: 'refusal', refusal: { code: 'source/handler-is-controller' } })
  })
})

describe('an act on a source', () => {
  test('says who it is under one id of its own, which stays', () => {
    expect(acted({ act: 'identify', identity: { name: 'Sealed apart' } })).toEqual({ made: 'fact', fact: { type: 'source/identified', person: 'act-number-one', identity: { name: 'Sealed apart' } } })
    expect(acted({ act: 'identify', identity: { name: 'Sealed apart', contact: 'By radio' } }, { ...source, person: 'person-before' })).toMatchObject({ fact: { person: 'person-before', identity: { contact: 'By radio' } } })
  })

  test('hands it on, and is refused where that would be to one person', () => {
    expect(acted({ act: 'give-charge', ...charge, handler: 'handler-two', because: 'Leave' })).toMatchObject({ made: 'fact', fact: { type: 'source/charge-given', handler: 'handler-two' } })
    expect(acted({ act: 'give-charge', ...charge, handler: 'controller-one', because: 'Leave' })).toEqual({ made: 'refusal', refusal: { code: 'source/handler-is-controller' } })
  })

  test('records its standing, a risk, a contact with whoever records it, and what came of a report', () => {
    expect(acted({ act: 'note-standing', protected: 'no', underControl: 'yes', because: 'Taken back' })).toMatchObject({ fact: { type: 'source/standing-noted', underControl: 'yes' } })
    expect(acted({ act: 'note-risk', risk: 'high', says: 'Seen talking' })).toMatchObject({ fact: { type: 'source/risk-noted', risk: 'high' } })
    expect(acted({ act: 'record-contact', at: isoOf(later(1)), says: 'By telephone' })).toMatchObject({ fact: { type: 'source/contact-made', at: later(1), with: ANALYST } })
    expect(acted({ act: 'judge-outcome', report: 'report-one', outcome: 'borne-out', because: 'Found there' })).toMatchObject({ fact: { type: 'source/outcome-judged', because: 'Found there' } })
  })

  test('records what passes between them and their handler, as it is told', () => {
    expect(acted({ act: 'note-recruitment', at: isoOf(later(-9)), by: 'handler-one', says: 'Came to us' })).toMatchObject({ fact: { type: 'source/recruited', at: later(-9), by: 'handler-one' } })
    expect(acted({ act: 'note-authority', authority: 'Border police', knownThereAs: 'Willow' })).toMatchObject({ fact: { type: 'source/authority-noted', knownThereAs: 'Willow' } })
    expect(acted({ act: 'note-welfare', says: 'Sleeps badly', done: 'Doctor found' })).toMatchObject({ fact: { type: 'source/welfare-noted', done: 'Doctor found' } })
    expect(acted({ act: 'record-contact', at: isoOf(later(1)), with: 'handler-two', how: 'in-person', where: 'A market town', nextBy: isoOf(later(9)), says: 'Well' })).toMatchObject({ fact: { with: 'handler-two', how: 'in-person', where: 'A market town', nextBy: later(9) } })
    expect(acted({ act: 'note-information', says: 'Vans at night' })).toMatchObject({ fact: { type: 'source/information-noted', report: null, passedOn: null } })
    expect(acted({ act: 'record-benefit', at: isoOf(later(1)), what: 'payment', money: { minor: 5000, currency: 'EUR' }, decidedBy: 'controller-one', because: 'Fares' })).toMatchObject({ fact: { money: { minor: 5000, currency: 'EUR' }, decidedBy: 'controller-one' } })
    expect(acted({ act: 'record-benefit', at: isoOf(later(1)), what: 'benefit', decidedBy: 'controller-one', because: 'A coat' })).toMatchObject({ fact: { money: null } })
  })

  test('takes whole sums in a currency that there is', () => {
    const paid = (money: unknown) => SourceActShape.safeParse({ id: 'act-number-one', act: 'record-benefit', at: isoOf(later(1)), what: 'payment', money, decidedBy: 'controller-one', because: 'Fares' }).success
    expect([{ minor: 1, currency: 'JPY' }, { minor: 0.5, currency: 'EUR' }, { minor: 0, currency: 'EUR' }, { minor: 5, currency: 'EURO' }, { minor: 5, currency: 'QQQ' }].map(paid)).toEqual([true, false, false, false, false])
  })

  test('authorises, reviews and takes back their use, and tasks nobody before', () => {
    const asked = act({ act: 'authorise', use: 'adult', conduct: 'Look', because: 'Needed', risksExplained: 'yes' })
    const made = factOfSourceAct(asked, officer, source)
    expect(made).toMatchObject({ fact: { type: 'source/authorised', by: 'officer-one', from: later(2), until: later(367), reviewBy: null } })
    expect(factOfSourceAct(asked, { ...officer, role: 'analyst' }, source)).toEqual({ made: 'refusal', refusal: { code: 'source/not-an-authorising-officer' } })
    expect(factOfSourceAct(act({ act: 'review-use', says: 'Safe' }), officer, source)).toEqual({ made: 'refusal', refusal: { code: 'source/no-use-to-review' } })
    expect(acted({ act: 'cancel-use', because: 'Seen' })).toMatchObject({ fact: { type: 'source/use-cancelled' } })
    expect(acted({ act: 'end', ground: 'work-done', says: 'Thanked' })).toMatchObject({ fact: { type: 'source/ended', ground: 'work-done' } })
    expect(taskingFact({ task: 'task-one', site: 'site-one', says: 'Look' }, source, later(3))).toEqual({ made: 'refusal', refusal: { code: 'source/not-authorised' } })
    expect(taskingFact({ task: 'task-one', site: 'site-one', says: 'Look' }, null, later(3))).toEqual({ made: 'refusal', refusal: { code: 'source/not-registered' } })
  })

  test('keeps to terms of which none is verified, each with its source', () => {
    expect(Object.values(useTerms()).map(({ sureness }) => sureness)).toEqual(['unverified', 'unverified', 'unverified', 'unverified'])
  })

  test('is decided on a version where it is a decision, and nowhere else', () => {
    expect(isSourceDetermination(act({ act: 'give-charge', ...charge, because: 'Leave' }))).toBe(true)
    expect(isSourceDetermination(act({ act: 'note-risk', risk: 'high', says: 'Seen talking' }))).toBe(false)
  })
})
