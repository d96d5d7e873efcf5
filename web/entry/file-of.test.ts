import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readText } from '../../wire/reading/read.ts'
import { OPERATION_SHAPE } from '../reading/in-force.ts'
import { textOfFile, type FileFormat } from '../files/save-file.ts'
import { BLANK_DRAFT, blankReport } from './blank-draft.ts'
import { draftOf } from './draft-of.ts'
import type { Draft } from './draft.ts'
import { AS_ENTERED, fileOf, NO_HOUR, type OperationFile } from './file-of.ts'

const FOLDER = new URL('../../examples/operations/', import.meta.url)

async function readAs(name: string, text: string): Promise<OperationFile> {
  const read = await readText(name, new TextEncoder().encode(text))
  if (!read.accepted) throw new Error(read.bad.problem)
  return read.value as OperationFile
}

const examples = await Promise.all(readdirSync(FOLDER).map(async (name) => ({ name, file: await readAs(name, readFileSync(new URL(name, FOLDER), 'utf8')) })))
const editable = examples.filter(({ file }) => file['operation'] !== 'plan')

describe('an example that is opened to be filled in further', () => {
  test('there are examples', () => expect(editable.length).toBeGreaterThan(0))

  test.each(editable)('says the same when it is saved again: $name', ({ file }) => {
    expect(OPERATION_SHAPE.parse(fileOf(draftOf(file)))).toEqual(OPERATION_SHAPE.parse(file))
  })

  test.each(['yaml', 'json'] as const)('is read from the %s that was saved', async (format: FileFormat) => {
    for (const { file } of editable) {
      const saved = fileOf(draftOf(file))
      expect(await readAs(`saved.${format}`, await textOfFile(saved, format))).toEqual(saved)
    }
  })
})

/** Everything a file may say that no example says, and that this page has no field for. */
const EVERYTHING: OperationFile = {
  format: 'daylight-operation/1',
  operation: 'past',
  name: 'Karaoke bar (invented)',
  jurisdiction: 'Thailand',
  site: { name: 'Karaoke bar', venue: 'vessel', halfLifeDays: 4.5 },
  at: '2019-06-20T22:30:00+07:00',
  knownAt: '2019-06-19',
  sources: [{ id: 'paper', title: 'Report', publisher: 'Gazette', date: '2019', reading: 'memory' }],
  goal: { declared: 'free-victims', tasking: 'clear-trade', powerOfEntry: 'warrant', says: 'Counted', sources: ['paper'] },
  offences: [{ id: 'o', offence: 'th-atpa-6', presumedChild: 'yes', support: [{ id: 's', element: 'act', standing: 'held', says: 'Brought', restsOn: ['a'] }] }],
  rung: 'dynamic-entry',
  reports: [
    { id: 'a', kind: 'undercover-contact', finding: 'present', access: 'saw', observedAt: '2019-06', receivedAt: '2019-06-18', origin: { id: 'x', correlation: 0.9 }, source: { id: 's-1', hits: 2, misses: 1 }, heardApart: true, reporter: 'team', says: 'Offered', sources: ['paper'], grading: { scheme: 'admiralty', source: 'B', information: '2' }, handling: { sharing: 'TLP:AMBER' } },
    { id: 'b', kind: 'inspector', finding: 'absent', sensitivity: 0.4, specificity: 0.9, observedAt: '2019-06-10', derivedFrom: ['a'], independentBecause: 'another office', says: 'Nobody', sources: [] },
  ],
  attempts: [{ id: 't', method: 'inspection', by: 'unit', at: '2019-06-17', thisSite: 'yes', ifNobodyThere: 'No light', result: 'Light', sensitivity: 0.5, sources: ['paper'] }],
  shocks: ['2019-06-11T18:00:00+07:00', { at: '2019-06-12T18:00:00+07:00', kind: 'leak' }],
  alternative: 'Staff',
  expected: [{ id: 'women', sex: 'female', age: 'adult', low: 1, high: 9 }],
  harm: { ofActing: [{ id: 'h', who: 'others', harm: 'Loss', likelihood: 'even' }], ofNotActing: [], benefit: 1, cost: 4, acceptedBy: 'Chief' },
  urgent: { declaredBy: 'Commander', at: '2019-06-20T20:00:00+07:00', basis: 'danger-to-life', reasons: 'Screams were heard', restsOn: ['a'] },
  facts: [{ id: 'f', about: 'media/none-embedded', answer: 'no', says: 'Cameras', sources: ['paper'] }],
}

test('a file that says everything loses nothing on the way through the page', () => {
  expect(OPERATION_SHAPE.parse(fileOf(draftOf(EVERYTHING)))).toEqual(OPERATION_SHAPE.parse(EVERYTHING))
})

const shaped = (draft: Draft) => OPERATION_SHAPE.parse(fileOf(draft))
const withReports = (...rows: Draft['reports']['rows']): Draft => ({ ...BLANK_DRAFT, at: '2016-07-01', reports: { told: 'some', rows } })

describe('what is filled in so far', () => {
  test('nothing is an operation of which nothing is known', () => {
    expect(shaped(BLANK_DRAFT)).toMatchObject({ operation: 'past', reports: 'unknown', attempts: 'unknown', goal: 'unknown', offences: 'unknown', facts: [] })
  })

  test('without an hour no certainty is asked', () => {
    expect(fileOf({ ...BLANK_DRAFT, venue: 'domestic' })).toMatchObject({ at: NO_HOUR, site: { venue: 'unknown' } })
  })

  test('a report without its time is left out until it has one', () => {
    const report = { ...blankReport('report-1'), kind: 'client' as const }
    expect(shaped(withReports(report)).reports).toBe('unknown')
    expect(shaped(withReports({ ...report, observedAt: '2016-06' })).reports).toHaveLength(1)
  })

  test('what rests on a report that is left out rests on nothing', () => {
    const left = blankReport('report-1')
    const draft: Draft = {
      ...withReports(left, { ...blankReport('report-2'), kind: 'client', observedAt: '2016', derivedFrom: ['report-1'] }),
      offences: { told: 'some', rows: [{ id: 'o', offence: 'us-1589', presumedChild: 'no', support: [{ id: 's', element: 'act', standing: 'held', says: '', restsOn: ['report-1'] }] }] },
    }
    expect(fileOf(draft)).toMatchObject({ reports: [{ id: 'report-2', derivedFrom: [] }], offences: [{ support: [{ restsOn: [] }] }] })
  })

  test('an answer without a source is as entered, and unverified', () => {
    const file = fileOf({ ...BLANK_DRAFT, at: '2016', facts: [{ id: 'fact-1', about: 'identification/screening', answer: 'no', says: '', sources: ['gone'] }] })
    expect(file).toMatchObject({ facts: [{ sources: [AS_ENTERED], says: 'not said' }], sources: [{ id: AS_ENTERED, reading: 'memory' }] })
  })

  test('told that there were none is not the same as nothing told', () => {
    expect(fileOf({ ...BLANK_DRAFT, attempts: { told: 'none', rows: [] } })['attempts']).toEqual([])
    expect(fileOf(BLANK_DRAFT)['attempts']).toBe('unknown')
  })
})
