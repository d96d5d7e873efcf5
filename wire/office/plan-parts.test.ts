import { describe, expect, test } from 'vitest'
import { fileOf, operationOf, partWritten, thenDone, WRITTEN } from '../../tests/plan-cast.ts'
import { FORCE, workshopFile, type Loose, type LooseFile } from '../../tests/planning-cast.ts'
import { contentsOf } from '../../core/planning/plan-file.ts'
import { PLAN_PARTS, type PlanPart } from '../../core/planning/plan-facts.ts'
import { readJson } from '../reading/json.ts'
import { written } from '../operation-file.ts'
import { readPart } from './plan-parts.ts'

const smart = fileOf(WRITTEN)
const context = (file = smart) => ({ operation: operationOf(file), offenceIds: new Set(FORCE.law.keys()), policy: FORCE.certainty })

const read = (part: PlanPart, value: unknown, file = smart) => readPart(part, { value, locate: () => null }, context(file))
const problems = (part: PlanPart, value: unknown, file = smart): readonly string[] => {
  const answer = read(part, value, file)
  return answer.accepted ? [] : answer.bad.map(({ path, problem }) => `${path}: ${problem}`)
}

const file = workshopFile()
const section = (name: string): LooseFile => (file['plan'] as LooseFile)[name] as LooseFile

describe('a part of a plan as it is sent', () => {
  test('is read back as it was told, whichever part it is', () => {
    for (const part of PLAN_PARTS) {
      const content = contentsOf(smart)[part]
      expect([part, read(part, written(content))]).toEqual([part, { accepted: true, value: partWritten(part) }])
    }
  })

  test('holds the whole section: what is left out of it is empty', () => {
    expect(read('media', {})).toMatchObject({ accepted: true, value: { content: { noneEmbedded: [], releaseOfficers: [] } } })
  })

  test('is refused where nothing was sent, rather than emptied', () => {
    expect(problems('media', undefined)).toEqual([': is missing'])
  })

  test('tells what is wrong with it by the path from its content', () => {
    expect(problems('care', { ...section('care'), places: [{ id: 'house', name: 'A house', sex: 'femal', age: 'any', capacity: 0, confirmedAt: 'yesterday', confirmedBy: '-' }] })).toEqual([
      'places[0].sex: "femal" is not known here. Did you mean "female"?',
      'places[0].capacity: 0 is too small',
      'places[0].confirmedAt: not an instant of the calendar with its zone, such as 2026-03-04T06:00:00Z',
      'places[0].confirmedBy: says nothing; name it, or leave the entry out until it is known',
    ])
    expect(problems('rung', { rung: 'kick-the-door' })).toHaveLength(1)
    expect(problems('media', { ...section('media'), cameras: [] })).toEqual([expect.stringContaining('cameras: is not a field here')])
  })

  test('tells lines and columns of the body it came in', () => {
    const body = '{\n  "act": "write",\n  "content": { "rung": "door" }\n}'
    const text = readJson('body', body)
    if (!text.accepted) throw new Error('this is JSON')
    const answer = readPart('rung', { value: { rung: 'door' }, locate: (path, piece) => text.locate(['content', ...path], piece) }, context())
    expect(answer).toMatchObject({ bad: [{ path: 'rung', line: 3, column: 24 }] })
  })
})

describe('a part beside the rest of the plan', () => {
  test('takes no id that is taken elsewhere, and says so where it was written', () => {
    const taken = [{ id: 'interpreter-th', sex: 'any', age: 'adult', low: 1, high: 2 }, { id: 'escaped-worker', sex: 'any', age: 'adult', low: 1, high: 2 }, { id: 'goal', sex: 'any', age: 'adult', low: 1, high: 2 }]
    expect(problems('expected', taken)).toEqual([
      expect.stringMatching(/^\[0\]\.id: the id "interpreter-th" is taken already/),
      expect.stringMatching(/^\[1\]\.id: the id "escaped-worker" is taken already/),
      expect.stringMatching(/^\[2\]\.id: "goal" is the name of a part/),
    ])
    expect(problems('media', { releaseOfficers: [{ id: 'women', name: 'Release officer' }] })).toEqual([expect.stringMatching(/^releaseOfficers\[0\]\.id: the id "women" is taken already/)])
    expect(problems('segregation', { separators: [{ id: 'if-fire', name: 'Sergeant' }] })).toEqual([expect.stringMatching(/^separators\[0\]\.id: the id "if-fire" is taken already/)])
  })

  test('keeps its own ids when it is written again', () => {
    expect(problems('care', written(smart.writings.find(({ written: { part } }) => part === 'care')?.written.content))).toEqual([])
  })

  test('rests an element on what is known of the site, and on nothing that is not there', () => {
    const support = (restsOn: Loose, standing = 'held') => [{ id: 'law', offence: 'us-1589', presumedChild: 'no', support: [{ id: 'proof', element: 'act', standing, says: 'They are locked in', restsOn }] }]
    expect(problems('offences', support(['escaped-worker', 'watch-of-the-gate', 'contract-file']))).toEqual([])
    expect(problems('offences', support(['nobody']))).toEqual([expect.stringMatching(/^\[0\]\.support\[0\]\.restsOn\[0\]: no entry/), expect.stringContaining('"nobody" is no source')])
    expect(problems('offences', [{ id: 'law', offence: 'us-9999', presumedChild: 'no', support: [] }])).toEqual([expect.stringMatching(/^\[0\]\.offence: "us-9999" is not in the catalogue/)])
  })

  test('does not take out what another part rests on', () => {
    expect(problems('sources', [])).toEqual([expect.stringMatching(/^: offences\[0\]\.support\[0\]\.restsOn\[0\]: no entry/), expect.any(String), expect.any(String), expect.any(String)])
  })

  test('is not held up by what was wrong elsewhere before', () => {
    const broken = fileOf(thenDone([partWritten('sources', [])]))
    expect(problems('media', section('media'), broken)).toEqual([])
    expect(problems('offences', written(contentsOf(broken).offences), broken)).not.toEqual([])
  })

  test('turns no range upside down', () => {
    expect(problems('expected', [{ id: 'some', sex: 'any', age: 'adult', low: 5, high: 2 }])).toEqual(['[0].high: the high end of the range lies below the low end'])
  })
})
