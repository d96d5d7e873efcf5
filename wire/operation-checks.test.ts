import { describe, expect, test } from 'vitest'
import { problemsOf, put, read, workshopFile, type Loose, type LooseFile, type LoosePath } from '../tests/planning-cast.ts'

const file = workshopFile()
const wrong = (path: LoosePath, value: Loose) => problemsOf(put(file, path, value))

describe('every entry has an id of its own', () => {
  test.each<[string, LoosePath, string]>([
    ['a list', ['plan', 'care', 'places', 1, 'id'], 'house-women'],
    ['a section of a plan', ['plan', 'care', 'medical', 0, 'id'], 'house-women'],
    ['a plan and its sources', ['plan', 'secrecy', 'told', 0, 'id'], 'contract-file'],
    ['sources and reports', ['reports', 0, 'id'], 'contract-file'],
    ['attempts and reports', ['attempts', 0, 'id'], 'escaped-worker'],
    ['the people expected', ['expected', 2, 'id'], 'women'],
    ['the people expected and what may harm them', ['harm', 'ofActing', 0, 'id'], 'women'],
    ['an offence and its support', ['offences', 0, 'support', 0, 'id'], 'forced-labour'],
  ])('within %s', (_where, path, id) => {
    expect(wrong(path, id)).toEqual([`${path.join('.')}: the id "${id}" is taken already; give each entry of the file an id of its own`])
  })

  test('among reports it is told once', () => {
    expect(wrong(['reports', 1, 'id'], 'escaped-worker')).toEqual(['reports.1.id: the id "escaped-worker" is taken already by reports[0]; give each report an id of its own'])
  })

  test('what a report calls its source or its origin, and the law an offence, is no entry of the file', () => {
    const named = put(put(file, ['reports', 0, 'source'], { id: 'women' }), ['reports', 0, 'origin'], { id: 'women' })
    expect(problemsOf(named)).toEqual([])
  })

  test.each(['goal', 'rung', 'alternative', 'lead'])('none is called %s, which findings rest on without an id', (id) => {
    expect(wrong(['plan', 'care', 'medical', 0, 'id'], id)).toEqual([`plan.care.medical.0.id: "${id}" is the name of a part of the file; give the entry another id`])
  })
})

describe('every reference leads to something', () => {
  test.each<[string, LoosePath, string]>([
    ['a source of the goal', ['goal', 'sources'], 'no source of this file has the id "nowhere"'],
    ['a source of a report', ['reports', 1, 'sources'], 'no source of this file has the id "nowhere"'],
    ['a source of an attempt', ['attempts', 0, 'sources'], 'no source of this file has the id "nowhere"'],
  ])('%s', (_what, path, message) => {
    expect(wrong(path, ['contract-file', 'nowhere'])).toEqual([`${path.join('.')}.1: ${message}`])
  })

  test('a report is no source, and a source is no report', () => {
    expect(wrong(['goal', 'sources'], ['escaped-worker'])).toEqual(['goal.sources.0: no source of this file has the id "escaped-worker"'])
    expect(wrong(['reports', 1, 'derivedFrom'], ['contract-file'])).toEqual(['reports.1.derivedFrom.0: no report here has the id "contract-file"'])
  })

  test('what is held of an element rests on a source, a report, an attempt or a fact', () => {
    const held: LoosePath = ['offences', 0, 'support', 0, 'restsOn']
    for (const id of ['contract-file', 'escaped-worker', 'watch-of-the-gate']) expect(wrong(held, [id])).toEqual([])
    expect(wrong(held, ['house-women'])).toEqual(['offences.0.support.0.restsOn.0: "house-women" is no source, report, attempt or fact of this file; what is held rests on one of these'])
    expect(wrong(held, ['nowhere'])[0]).toBe('offences.0.support.0.restsOn.0: no entry of this file has the id "nowhere"')
  })

  test.each(['act-contracts', 'means-debt', 'forced-labour'])('no element rests on %s, which is what is to be supported', (id) => {
    for (const standing of ['held', 'at-scene'])
      expect(problemsOf(put(put(file, ['offences', 0, 'support', 0, 'standing'], standing), ['offences', 0, 'support', 0, 'restsOn'], [id]))).toEqual([
        `offences.0.support.0.restsOn.0: "${id}" is what is to be supported; it cannot support an element`,
      ])
  })

  test('what is to be found at the scene may rest on a line of the plan', () => {
    const support = { id: 'act-contracts', element: 'act', standing: 'at-scene', says: 'The ledger in the office', restsOn: ['scene-recorder'] }
    expect(wrong(['offences', 0, 'support', 0], support)).toEqual([])
  })

  test('of the past an element may rest on a fact', () => {
    const past: LooseFile = {
      format: 'daylight-operation/1', operation: 'past', name: 'An operation', jurisdiction: 'Nowhere', site: { name: 'A house', venue: 'domestic' }, at: '2001',
      sources: [{ id: 'paper', title: 'Page one', publisher: 'A paper', date: 'unknown', reading: 'secondary' }],
      facts: [{ id: 'ledgers', about: 'evidence/exhibits', answer: 'yes', says: 'Ledgers were seized', sources: ['paper'] }],
      offences: [{ id: 'law', offence: 'palermo-3', support: [{ id: 'act', element: 'act', standing: 'held', says: 'Recruited', restsOn: ['ledgers'] }] }],
    }
    expect(problemsOf(past)).toEqual([])
  })
})

describe('the urgent track', () => {
  const urgent = { declaredBy: 'Duty officer', at: '2031-03-06T04:00:00Z', basis: 'danger-to-life', reasons: 'Screams behind the gate' } as const
  const declare = (changes: LooseFile) => wrong(['urgent'], { ...urgent, ...changes })
  const tip = { id: 'tip', kind: 'tip-bare', finding: 'present', observedAt: '2031-03-06T03:00:00Z', says: 'A child, they say' }

  test('asks for a named human and reasons, and for danger to life for nothing more', () => {
    expect(declare({})).toEqual([])
    expect(read(put(file, ['urgent'], urgent))).toMatchObject({ urgent: { declaredBy: 'Duty officer', restsOn: [], tasks: [] } })
    for (const field of ['declaredBy', 'reasons'])
      for (const text of ['', ' ', 'unknown', '?']) expect(declare({ [field]: text })).toEqual([`urgent.${field}: says nothing; name it, or leave the entry out until it is known`])
    expect(declare({ declaredBy: undefined })[0]).toMatch(/^urgent\.declaredBy: /)
    expect(declare({ basis: 'hurry' })[0]).toMatch(/^urgent\.basis: /)
  })

  test('for a child exploited now asks for a report of somebody who saw, or of a credible kind', () => {
    const message = 'urgent.restsOn: a child exploited now is declared on a report that says so, by somebody who saw or of a credible kind; name its id here'
    const child = (...restsOn: readonly string[]) => problemsOf(put(put(file, ['reports', 2], undefined), ['urgent'], { ...urgent, basis: 'child-exploited-now', restsOn }))
    expect(child('escaped-worker')).toEqual([])
    expect(child('contract-file', 'labour-inspector')).toEqual([])
    expect([child(), child('contract-file'), child('watch-of-the-gate')]).toEqual([[message], [message], [message]])
    const tipped = { ...file, reports: [...(file.reports as readonly Loose[]), tip] }
    expect(problemsOf({ ...tipped, urgent: { ...urgent, basis: 'child-exploited-now', restsOn: ['tip'] } })).toEqual([message])
    expect(problemsOf({ ...tipped, urgent: { ...urgent, basis: 'child-exploited-now', restsOn: ['tip', 'escaped-worker'] } })).toEqual([])
  })

  test('is not opened after the entry', () => {
    expect(declare({ at: '2031-03-06T05:30:00Z' })).toEqual([])
    expect(declare({ at: '2031-03-06T05:30:01Z' })).toEqual(['urgent.at: lies after the hour of entry; danger is declared before a door is opened'])
  })

  test('names what it rests on by ids of the file', () => {
    expect(declare({ restsOn: ['nowhere'] })).toEqual(['urgent.restsOn.0: no entry of this file has the id "nowhere"'])
  })

  test('has one owner for each task, with an id of its own', () => {
    const task = { id: 'care-taken', task: 'care', owner: 'Shelter manager' }
    expect(declare({ tasks: [task] })).toEqual([])
    expect(declare({ tasks: [task, { ...task, id: 'again' }] })).toEqual(['urgent.tasks.1.task: "care" has an owner already; one answers for it'])
    expect(declare({ tasks: [{ ...task, id: 'women' }] })[0]).toMatch(/^urgent\.tasks\.0\.id: the id "women" is taken already/)
    expect(declare({ tasks: [{ ...task, done: true }] })[0]).toMatch(/^urgent\.tasks\.0\.done: /)
  })
})
