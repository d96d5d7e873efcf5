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
