import { describe, expect, test } from 'vitest'
import { policy } from '../../tests/asked.ts'
import { ANSWERS, attemptOn, entryOf, later, OPENED, reportOn, siteOf } from '../../tests/site-cast.ts'
import type { Site, SiteFactRead } from '../../core/intelligence/site.ts'
import type { Taskable } from '../../core/intelligence/collection.ts'
import { foldSite } from '../../core/intelligence/site-fold.ts'
import { isoOf } from '../../core/kernel/instant.ts'
import { factOfAct, happenedAt, openingFact, readAgainst, type ActContext } from './site-commands.ts'
import { SiteActShape, SiteOpenedShape, type SiteAct } from './site-acts.ts'

const NOW = later(2)
const SOURCES = new Map<string, Taskable>([['source-one', { id: 'source-one', kind: 'informant-tested', underControl: 'no' }], ['source-two', { id: 'source-two', kind: 'informant-tested', underControl: 'unknown' }]])
const context = (site: Site = siteOf(), now = NOW): ActContext => ({ now, site, policy, records: new Map(), sources: SOURCES })
const text = (days: number) => isoOf(later(days))

const ENTERED = {
  id: 'report-two', kind: 'client', finding: 'present', observedAt: text(-1), access: 'saw', says: 'A locked gate', speaksOf: ['victim'], answers: ANSWERS,
  grading: { scheme: 'admiralty', source: 'F', information: '2' }, handling: { sharing: 'TLP:AMBER' }, reviewBy: text(300),
}
const act = (more: object): SiteAct => SiteActShape.parse({ id: 'act-number-one', ...more })
const receive = (changes: object = {}) => act({ act: 'receive-report', report: { ...ENTERED, ...changes } })
const problems = (one: SiteAct, site?: Site) => {
  const acted = factOfAct(one, context(site))
  return acted.made === 'problems' ? acted.problems.map(({ path, message }) => `${path.join('.')}: ${message}`) : [acted.made]
}

const one: SiteFactRead = { type: 'report/received', report: reportOn('report-one') }
const made: SiteFactRead = { type: 'attempt/made', attempt: attemptOn('attempt-one') }
const close = { act: 'close-lead', report: 'report-one', because: 'Nobody lives there', attempt: 'attempt-one', reviewBy: text(30) }

describe('opening a site', () => {
  const opened = SiteOpenedShape.parse({ id: 'act-number-one', jurisdiction: 'TH', venue: 'domestic', name: 'House', whereabouts: 'By the canal' })
  test('is a fact under the number it is given', () => {
    expect(openingFact(opened, 'S-9')).toEqual({ made: 'fact', fact: { type: 'site/opened', number: 'S-9', jurisdiction: 'TH', venue: 'domestic', name: 'House', whereabouts: 'By the canal' } })
  })

  test('of a vessel needs the length of the voyage', () => {
    expect(openingFact({ ...opened, venue: 'vessel' }, 'S-9')).toMatchObject({ made: 'problems', problems: [{ path: ['halfLifeDays'] }] })
    expect(openingFact({ ...opened, venue: 'vessel', halfLifeDays: 60 }, 'S-9')).toMatchObject({ fact: { halfLifeDays: 60 } })
  })
})

describe('an act', () => {
  test.each<[string, object, object]>([
    ['describe', { name: 'House' }, { type: 'site/described', name: 'House' }],
    ['note-room', { room: { id: 'room-loft', name: 'Loft', floor: '2', says: 'Mattresses' } }, { type: 'site/room-noted', room: { id: 'room-loft' } }],
    ['grade-report', { report: 'report-one', answers: ANSWERS, grading: ENTERED.grading, because: 'Heard again' }, { type: 'report/graded', report: 'report-one', because: 'Heard again' }],
    ['record-independence', { report: 'report-one', because: 'Never met' }, { type: 'report/independence-recorded', because: 'Never met' }],
    ['set-review', { report: 'report-one', reviewBy: text(50), because: 'Sooner' }, { type: 'report/review-set', reviewBy: later(50) }],
    ['record-attempt', { attempt: { id: 'attempt-two', method: 'inspection', by: 'team', at: text(1), thisSite: 'yes', ifNobodyThere: 'Empty', result: 'Not empty', sensitivity: 0.4 } }, { type: 'attempt/made', attempt: { id: 'attempt-two', at: later(1), sources: [] } }],
    ['note-shock', { at: text(1), kind: 'press', says: 'On the radio' }, { type: 'shock/noted', id: 'act-number-one', shock: { at: later(1), kind: 'press' } }],
    ['write-alternative', { says: '' }, { type: 'alternative/written', says: '' }],
    ['dissent', { about: 'certainty', says: 'Too sure' }, { type: 'dissent/recorded', id: 'act-number-one', about: 'certainty' }],
    ['answer-task', { task: 'task-number-one', answer: 'no', report: 'report-one', says: 'Nobody' }, { type: 'task/answered', report: 'report-one' }],
    ['assign-lead', { report: 'report-one', owner: 'analyst-two', verifyBy: text(3), reviewBy: text(9) }, { type: 'lead/assigned', owner: 'analyst-two', verifyBy: later(3) }],
    ['close-lead', { ...close }, { type: 'lead/closed', attempt: 'attempt-one', reviewBy: later(30) }],
  ])('%s becomes a fact', (name, more, fact) => {
    const task: SiteFactRead = { type: 'task/set', task: { id: 'task-number-one', question: 'Who?', kind: 'inspector', owner: 'analyst-two' as never, due: later(3), before: 0.2, yes: 0.3, no: 0.1 } }
    expect(factOfAct(act({ act: name, ...more }), context(siteOf(one, made, task)))).toMatchObject({ made: 'fact', fact })
  })

  test.each<[string, object, string]>([
    ['describe', {}, ': says nothing about the place: give its name, its whereabouts or a point on the map'],
    ['grade-report', { report: 'report-nine', answers: ANSWERS, grading: ENTERED.grading, because: 'Again' }, 'report: no report of this site has the id "report-nine"'],
    ['answer-task', { task: 'task-number-nine', answer: 'no', says: 'Nobody' }, 'task: no task of this site has the id "task-number-nine"'],
    ['assign-lead', { report: 'report-nine', owner: 'analyst-two', verifyBy: text(3), reviewBy: text(9) }, 'report: no report of this site has the id "report-nine"'],
    ['close-lead', { ...close, report: 'report-nine' }, 'report: no report of this site has the id "report-nine"'],
    ['record-attempt', { attempt: { id: 'report-one', method: 'inspection', by: 'team', at: text(1), thisSite: 'yes', ifNobodyThere: 'Empty', result: 'Not empty', sensitivity: 0.4 } }, 'attempt.id: the id "report-one" is taken already in this file; give another'],
    ['write-alternative', { says: 'tbd' }, 'says: says nothing; write the explanation, or leave it blank until there is one'],
    ['set-task', { question: 'Who?', kind: 'informant-tested', source: 'source-nine', owner: 'analyst-two', due: text(3) }, 'source: no source of the register has this id'],
    ['set-task', { question: 'Who?', kind: 'inspector', source: 'source-one', owner: 'analyst-two', due: text(3) }, 'kind: the register says that this source is another kind: informant-tested'],
  ])('%s with something wrong tells what, and where', (name, more, problem) => {
    expect(problems(act({ act: name, ...more }), siteOf(one))).toEqual([problem])
  })

  test('happens when whoever records it says, and a decision when it is made', () => {
    expect(happenedAt(act({ act: 'dissent', about: 'certainty', says: 'No', occurredAt: text(-3) }), NOW)).toBe(later(-3))
    expect(happenedAt(act({ act: 'dissent', about: 'certainty', says: 'No' }), NOW)).toBe(NOW)
    expect(happenedAt(act({ ...close, occurredAt: text(-3) }), NOW)).toBe(NOW)
  })
})

describe('a report that is entered', () => {
  test('is received when it was entered, unless it says otherwise', () => {
    expect(factOfAct(receive(), context())).toMatchObject({ made: 'fact', fact: { type: 'report/received', report: { id: 'report-two', receivedAt: NOW, observedAt: later(-1), says: 'A locked gate' } } })
    expect(factOfAct(receive({ receivedAt: text(0) }), context())).toMatchObject({ fact: { report: { receivedAt: later(0) } } })
  })

  test('needs a reason where it is graded otherwise than the answers say, and then is kept as it was graded', () => {
    const grading = { scheme: 'admiralty', source: 'A', information: '1' }
    expect(problems(receive({ grading }))).toEqual(['report.gradedBecause: the grading is not the one that follows from the four answers; say why'])
    expect(factOfAct(receive({ grading, gradedBecause: 'Known for years' }), context())).toMatchObject({ fact: { report: { grading, gradedBecause: 'Known for years' } } })
    expect(problems(receive({ grading: { scheme: '3x5x2', source: '1', information: 'A' } }))).toEqual(['fact'])
  })

  test('is proposed a grading on the lineage of its site', () => {
    const answers = { ...ANSWERS, content: 'confirmed-independently' }
    const grading = { scheme: 'admiralty', source: 'F', information: '1' }
    expect(problems(receive({ answers, grading }))).toHaveLength(1)
    expect(problems(receive({ answers, grading }), siteOf(one))).toEqual(['fact'])
  })

  test('takes its kind from the register, and its record from nowhere else', () => {
    const graded = { kind: 'informant-tested', source: { id: 'source-one' } }
    expect(problems(receive(graded))).toEqual(['fact'])
    expect(problems(receive({ ...graded, kind: 'client' }))).toEqual(['report.kind: the register says that this source is another kind: informant-tested'])
    expect(problems(receive({ source: { id: 'source-nine' } }))).toEqual(['report.source.id: no source of the register has this id'])
    expect(SiteActShape.safeParse({ id: 'act-number-one', act: 'receive-report', report: { ...ENTERED, source: { id: 'source-one', hits: 5 } } }).success).toBe(false)
  })

  test('is checked among the others of its site, with the place of what is wrong', () => {
    expect(problems(receive({ id: 'report-one' }), siteOf(one))).toEqual(expect.arrayContaining(['report.id: the id "report-one" is taken already in this file; give another']))
    expect(problems(receive({ id: 'alternative' }))).toEqual(['report.id: "alternative" is the name of a part of an operation; give another id'])
    expect(problems(receive({ derivedFrom: ['report-one', 'report-nine'] }), siteOf(one))).toEqual(['report.derivedFrom.1: no report here has the id "report-nine"'])
    expect(problems(receive({ finding: 'absent' }))).toEqual(['report.sensitivity: a finding of nothing needs its sensitivity and its specificity, each between 0 and 1'])
    const shared = siteOf({ type: 'report/received', report: reportOn('report-one', { origin: { id: 'family', correlation: 0.9 } }) })
    expect(problems(receive({ origin: { id: 'family', correlation: 0.2 } }), shared)).toEqual(['report.origin.correlation: the origin "family" has another correlation in an earlier report; one origin has one'])
  })

  test('is not answered for by what is wrong with another', () => {
    const powerless = siteOf({ type: 'report/received', report: reportOn('report-one', { finding: 'absent' }) })
    expect(problems(receive(), powerless)).toEqual(['fact'])
  })

  test('may rest on a report whose words are gone', () => {
    const gone: SiteFactRead = { type: 'words/withheld', of: 'report/received', words: 'forgotten', known: { report: 'report-one' as never } }
    expect(problems(receive({ derivedFrom: ['report-one'] }), siteOf(gone))).toEqual(['fact'])
  })
})

describe('what needs authority', () => {
  const task = (more: object = {}) => act({ act: 'set-task', question: 'Who opens?', kind: 'informant-tested', source: 'source-one', owner: 'analyst-two', due: text(5), ...more })

  test('is a task with what its answers would do to the number', () => {
    const acted = factOfAct(task(), context(siteOf(one)))
    expect(acted).toMatchObject({ made: 'fact', fact: { type: 'task/set', task: { id: 'act-number-one', source: 'source-one' } } })
    if (acted.made !== 'fact' || acted.fact.type !== 'task/set') throw new Error('no task was set')
    const { before, yes, no } = acted.fact.task
    expect([yes > before, before > no!]).toEqual([true, true])
  })

  test('is refused with its one reason', () => {
    expect(factOfAct(task({ source: 'source-two' }), context())).toEqual({ made: 'refusal', refusal: { code: 'task/under-control', source: 'source-two' } })
    expect(factOfAct(task({ kind: 'client', source: undefined }), context())).toMatchObject({ refusal: { code: 'task/nobody-to-send' } })
    expect(factOfAct(act(close), context(siteOf(one)))).toMatchObject({ made: 'refusal', refusal: { code: 'lead/not-verified' } })
  })
})

describe('an act that is sent twice', () => {
  const receiving = receive()
  const before = [entryOf<SiteFactRead>(OPENED, 1)]
  const first = factOfAct(receiving, context(foldSite(before)!))
  if (first.made !== 'fact') throw new Error('the first was not kept')
  const held = [...before, entryOf<SiteFactRead>(first.fact, 2, { id: receiving.id, recordedAt: NOW }), entryOf<SiteFactRead>(one, 3)]

  test('is read against the file as it was the first time, and comes to the same fact', () => {
    const { entries, now } = readAgainst(held, receiving.id, later(9))
    expect(factOfAct(receiving, context(foldSite(entries)!, now))).toEqual(first)
  })

  test('is read against the file as it is where nothing is held under its id', () => {
    expect(readAgainst(held, 'act-number-nine', later(9))).toEqual({ entries: held, now: later(9) })
  })
})
