import { describe, expect, test } from 'vitest'
import { at, LEAD, planOf, problemsOf, put, read, SHAPE, workshopFile, type Loose, type LooseFile, type LoosePath } from '../tests/planning-cast.ts'
import { readJson } from './reading/json.ts'
import { pathText } from './reading/place.ts'
import { readShape } from './reading/shape-problems.ts'

const file = workshopFile()
const head = { format: 'daylight-operation/1', name: 'An operation', jurisdiction: 'Nowhere', site: { name: 'A house', venue: 'domestic' }, at: '2001-06-15' } as const
const past: LooseFile = { ...head, operation: 'past' }
const none: LooseFile = { ...head, operation: 'none', lead: { standing: 'closed', reviewBy: 'none', owner: 'none', says: 'Nobody acted' } }
const wrong = (path: LoosePath, value: Loose) => problemsOf(put(file, path, value))

describe('an operation as a file tells it', () => {
  test('is read without its format, and with its schema left aside', () => {
    const operation = read({ ...file, $schema: 'operation.schema.json' })
    expect(operation).toMatchObject({ operation: 'plan', name: 'Garment workshop, river road (invented)', at: at('2031-03-06T05:30:00Z') })
    expect(operation).not.toHaveProperty('format')
    expect(operation).not.toHaveProperty('$schema')
  })

  test('of the past needs its head alone; all else is unknown, not empty', () => {
    expect(read(past)).toEqual({
      ...head, format: undefined, operation: 'past', at: at('2001-06-15T23:59:59.999Z'), sources: [], reports: 'unknown', attempts: 'unknown', shocks: [], expected: [], goal: 'unknown', offences: 'unknown', rung: 'unknown', facts: [],
    })
  })

  test('of a lead has its handling, and neither goal nor offence', () => {
    expect(read(none)).toMatchObject({ operation: 'none', lead: LEAD.lead })
    for (const field of ['goal', 'offences', 'rung', 'urgent', 'plan', 'facts']) expect(problemsOf({ ...none, [field]: 'unknown' })).toEqual([`: Unrecognized key: "${field}"`])
  })

  test('that is a plan with nothing planned has every section, and each is empty', () => {
    const { plan: _plan, ...rest } = file
    const { plan } = planOf(rest as LooseFile)
    expect(Object.keys(plan)).toHaveLength(17)
    expect(Object.values(plan).flatMap((section) => Object.values(section)).flat()).toEqual([])
  })

  test('names a time that is told by day, month or year with both its ends', () => {
    const told = (observedAt: string) => read({ ...past, reports: [{ id: 'a', kind: 'client', finding: 'present', observedAt, says: 'So they say' }] }).reports
    expect(told('2001-05')).toMatchObject([{ observedAt: at('2001-05-01T00:00:00Z'), inexact: { until: at('2001-05-31T23:59:59.999Z'), told: '2001-05' } }])
    expect(told('2001-05-03T10:00:00+02:00')).toMatchObject([{ observedAt: at('2001-05-03T08:00:00Z') }])
    expect((told('2001-05-03T10:00:00+02:00') as readonly object[])[0]).not.toHaveProperty('inexact')
  })
})

describe('what is refused, with the path of its place', () => {
  test.each<[string, LoosePath, Loose, string]>([
    ['a field nobody knows', ['surprise'], 'x', ': Unrecognized key: "surprise"'],
    ['a field nobody knows in an entry', ['plan', 'care', 'places', 0, 'surprise'], 'x', 'plan.care.places.0: Unrecognized key: "surprise"'],
    ['a section nobody knows', ['plan', 'surprise'], {}, 'plan: Unrecognized key: "surprise"'],
    ['facts on a plan', ['facts'], [], ': Unrecognized key: "facts"'],
    ['a lead on a plan', ['lead'], {}, ': Unrecognized key: "lead"'],
    ['an upside-down range', ['expected', 1, 'low'], 9, 'expected.1.high: the high end of the range lies below the low end'],
    ['a severity from no scale', ['plan', 'safety', 'risks', 0, 'severity'], 6, 'plan.safety.risks.0.severity: Too big: expected number to be <=5'],
    ['a day that does not exist', ['plan', 'care', 'places', 0, 'confirmedAt'], '2031-02-29T10:00:00Z', 'plan.care.places.0.confirmedAt: not an instant of the calendar with its zone, such as 2026-03-04T06:00:00Z'],
    ['an instant without a zone', ['plan', 'care', 'places', 0, 'confirmedAt'], '2031-03-04T12:00:00', 'plan.care.places.0.confirmedAt: not an instant of the calendar with its zone, such as 2026-03-04T06:00:00Z'],
    ['an hour of entry that no calendar has', ['at'], '2031-13-01', 'at: not a day of the calendar, nor an instant with its zone'],
    ['a source of a day that no calendar has', ['sources', 0, 'date'], '2031-02-30', 'sources.0.date: not a day of the calendar'],
    ['a source of a date that is none', ['sources', 0, 'date'], 'last week', 'sources.0.date: not a date such as 1995-08-04, 1995-08 or 1995, nor unknown'],
    ['an offence of no catalogue', ['offences', 0, 'offence'], 'us-9999', 'offences.0.offence: "us-9999" is not in the catalogue of law; "daylight law" lists it, or enter the offence in full, signed by a prosecutor'],
    ['a yardstick for the past on a plan', ['offences', 0, 'offence'], 'palermo-3', 'offences.0.offence: "palermo-3" is a yardstick for accounts of the past, and no law; enter the offence in full, signed by a prosecutor'],
    ['a vessel without the length of its voyage', ['site', 'venue'], 'vessel', 'site.halfLifeDays: a vessel has no half-life of its own: give the length of the voyage in days'],
    ['a briefing that prepares for nothing', ['plan', 'expectations', 'briefings', 0, 'prepares'], [], 'plan.expectations.briefings.0.prepares: Too small: expected array to have >=1 items'],
  ])('%s', (_what, path, value, problem) => expect(wrong(path, value)).toEqual([problem]))

  test.each<[string, LoosePath, Loose]>([
    ['a rung', ['rung'], 'through-the-roof'],
    ['a goal', ['goal', 'declared'], 'make-the-news'],
    ['an element', ['offences', 0, 'support', 0, 'element'], 'motive'],
    ['a method', ['attempts', 0, 'method'], 'receiving-an-account'],
    ['somebody at risk', ['plan', 'safety', 'risks', 0, 'who'], 'everybody'],
    ['an event', ['plan', 'contingency', 'responses', 0, 'event'], 'rain'],
    ['a task on the team', ['plan', 'authority', 'team', 0, 'task'], 'watches'],
    ['a venue', ['site', 'venue'], 'brothel'],
    ['a kind of source', ['reports', 0, 'kind'], 'psychic'],
    ['a kind of operation', ['operation'], 'rescue'],
    ['true for a word', ['offences', 0, 'presumedChild'], true],
    ['false for a word', ['plan', 'authority', 'team', 0, 'woman'], false],
    ['true for an interviewer who entered', ['plan', 'interviews', 'interviewers', 0, 'onEntryTeam'], true],
    ['false for this site', ['attempts', 0, 'thisSite'], false],
    ['a number for a name', ['plan', 'care', 'medical', 0, 'name'], 7],
    ['nothing for a name', ['plan', 'care', 'medical', 0, 'name'], null],
  ])('%s that is in no list', (_what, path, value) => {
    const text = readJson('plan.json', JSON.stringify(put(file, path, value)))
    const shaped = text.accepted ? readShape(SHAPE, 'plan.json', text) : text
    expect(shaped.accepted ? [] : [shaped.bad].flat()).toMatchObject([{ path: pathText(path) }])
  })

  test.each(['', '   ', '\u200b', '–', 'TBD', 'unknown', 'yes'])('a line of a plan that says "%s"', (text) => {
    const paths: readonly LoosePath[] = [
      ['plan', 'suspects', 'medical', 0, 'name'], ['plan', 'safety', 'risks', 0, 'response'], ['plan', 'alternatives', 'rejected', 0, 'because'], ['plan', 'status', 'immigrationFirewall', 0, 'terms'],
    ]
    for (const path of paths) expect(wrong(path, text)).toEqual([`${path.join('.')}: says nothing; name it, or leave the entry out until it is known`])
  })

  test('no range that is one number', () => {
    expect(problemsOf(put(put(file, ['expected', 0, 'low'], 10), ['expected', 0, 'high'], 10))).toEqual([])
  })

  test('a blank where an account of the past may be silent is read as silence', () => {
    expect(wrong(['attempts', 0, 'result'], '  ')).toEqual([])
    expect(wrong(['alternative'], '')).toEqual([])
  })

  test('entries of a plan on an operation of the past', () => {
    expect(problemsOf({ ...past, plan: {} })).toEqual([': Unrecognized key: "plan"'])
  })

  test('a fact about what is computed, a fact without a source, and a fact about nothing', () => {
    const fact = { id: 'a', about: 'care/places', answer: 'yes', says: 'There were beds', sources: ['paper'] }
    const withFact = (changes: LooseFile) => problemsOf({ ...past, sources: [{ id: 'paper', title: 'Page one', publisher: 'A paper', date: 'unknown', reading: 'secondary' }], facts: [{ ...fact, ...changes }] })
    expect(withFact({})).toEqual([])
    expect(withFact({ sources: [] })).toEqual(['facts.0.sources: Too small: expected array to have >=1 items'])
    for (const about of ['certainty/number', 'offence/chosen', 'care']) expect(withFact({ about })[0]).toMatch(/^facts\.0\.about: Invalid option/)
    expect(withFact({ answer: true })[0]).toMatch(/^facts\.0\.answer: /)
  })

  test('another format, and no format', () => {
    expect(wrong(['format'], 'daylight-operation/2')[0]).toMatch(/^format: /)
    expect(wrong(['format'], undefined)[0]).toMatch(/^format: /)
  })

  test.each([undefined, null, [], 'plan', 7, {}])('%s is no operation', (value) => expect(SHAPE.safeParse(value).success).toBe(false))

  test('several problems are told at once, those of the whole file when each part is as it should be', () => {
    expect(problemsOf(put(put(file, ['rung'], 'up'), ['site', 'venue'], 'down'))).toHaveLength(2)
    expect(problemsOf(put(put(file, ['expected', 0, 'low'], 99), ['offences', 0, 'offence'], 'x'))).toHaveLength(2)
  })
})
