import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { at, LEAD, put, SHAPE, SMART, workshopFile, type LooseFile } from '../tests/planning-cast.ts'
import { after, instant } from '../core/kernel/instant.ts'
import { operationFile } from './operation-file.ts'

const folder = new URL('../examples/operations/', import.meta.url)
const EXAMPLES = readdirSync(folder).map((name) => [name, SHAPE.parse(parse(readFileSync(new URL(name, folder), 'utf8')))] as const)

/** As it goes over the wire: through JSON and back through the shape of files. */
const readBack = (file: unknown) => SHAPE.parse(JSON.parse(JSON.stringify(file)))

describe('an operation written as a file', () => {
  test.each(EXAMPLES)('is read back as it was: %s', (_name, operation) => {
    expect(readBack(operationFile(operation))).toEqual(operation)
  })

  test('is read back as it was, whatever the instants of a plan', () => {
    const moments = fc.integer({ min: -2_000_000_000_000, max: 4_000_000_000_000 }).map(instant)
    fc.assert(
      fc.property(moments, moments, (hour, seen) => {
        const plan = { ...SMART, at: hour, reports: SMART.reports === 'unknown' ? 'unknown' as const : SMART.reports.map((report) => ({ ...report, observedAt: seen, receivedAt: after(seen, 1) })) }
        expect(readBack(operationFile(plan))).toEqual(plan)
      }),
      { numRuns: 50 },
    )
  })

  test('keeps a time as it was told, where it was told by month', () => {
    const file: LooseFile = { ...put(workshopFile(), ['operation'], 'past'), plan: undefined }
    const { plan: _plan, ...past } = put(file, ['reports', 0, 'observedAt'], '2031-02')
    const operation = SHAPE.parse(past)
    expect(operationFile(operation)).toMatchObject({ reports: [{ observedAt: '2031-02' }, {}] })
    expect(readBack(operationFile(operation))).toEqual(operation)
  })

  test('writes a review date of a lead, and where there is none that there is none', () => {
    const lead = { ...LEAD, lead: { ...LEAD.lead, reviewBy: at('2031-07-01T00:00:00Z') } }
    expect(operationFile(lead)).toMatchObject({ format: 'daylight-operation/1', at: '2031-06-01T00:00:00.000Z', lead: { reviewBy: '2031-07-01T00:00:00.000Z' } })
    for (const one of [lead, LEAD]) expect(readBack(operationFile(one))).toEqual(one)
  })
})
