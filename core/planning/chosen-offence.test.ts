import { describe, expect, test } from 'vitest'
import { FORCE, PAST, planOf } from '../../tests/planning-cast.ts'
import { Defect } from '../kernel/defect.ts'
import type { ElementId } from '../law/offence.ts'
import { bestGrounded, groundedOffences } from './chosen-offence.ts'
import type { ChosenOffence, OperationReport, Raid } from './operation.ts'

const smart = planOf()
const chosen = (offence: string, elements: readonly ElementId[], changes: Partial<ChosenOffence> = {}): ChosenOffence => ({
  id: offence, offence, presumedChild: 'no', support: elements.map((element) => ({ id: element, element, standing: 'held', says: 'Held', restsOn: ['file'] })), ...changes,
})
const grounded = (raid: Raid) => groundedOffences(raid, FORCE.law)
const supported = (raid: Raid, ...offences: readonly ChosenOffence[]) => grounded({ ...raid, offences })?.map((one) => one.supported)

describe('the offences an operation is grounded in', () => {
  test('are none on a plan that says nothing, and not told of the past', () => {
    expect(grounded({ ...smart, offences: 'unknown' })).toEqual([])
    expect(grounded({ ...PAST, offences: 'unknown' })).toBeNull()
  })

  test('are those against trafficking or exploitation; what is charged beside them grounds nothing', () => {
    const offences = ['us-1591', 'us-1581', 'us-1597', 'in-itpa-3', 'in-bns-144', 'us-1594'].map((id) => chosen(id, ['act']))
    expect(grounded({ ...smart, offences })?.map(({ chosen: { id } }) => id)).toEqual(['us-1591', 'us-1581'])
  })

  test('one that the catalogue does not hold is a defect, since it is refused on reading', () => {
    expect(() => grounded({ ...smart, offences: [chosen('no-such-law', [])] })).toThrow(Defect)
  })

  test('are supported when each element that the law asks for is', () => {
    expect(supported(smart, chosen('us-1591', ['act', 'means', 'purpose']), chosen('us-1591', ['act', 'means']), chosen('us-1581', ['act']))).toEqual(['yes', 'no', 'yes'])
  })

  test('of the past silence on an element is unknown', () => {
    expect(supported(PAST, chosen('us-1591', ['act', 'means']))).toEqual(['unknown'])
  })

  test('said to be unknown, an element is lacking on a plan and unknown of the past', () => {
    const unsure = chosen('us-1581', [], { support: [{ id: 'a', element: 'act', standing: 'unknown', says: 'Not known', restsOn: [] }] })
    expect([supported(smart, unsure), supported(PAST, unsure)]).toEqual([['no'], ['unknown']])
  })

  test('are not supported by what is held and names nothing it rests on', () => {
    const bare = chosen('us-1581', [], { support: [{ id: 'a', element: 'act', standing: 'held', says: 'We know it', restsOn: [] }] })
    expect([supported(smart, bare), supported(PAST, bare)]).toEqual([['no'], ['unknown']])
  })

  test('are not supported by assumptions alone, and are by one beside evidence', () => {
    const reports = [{ id: 'hunch', kind: 'assumption', finding: 'present', observedAt: PAST.at, says: 'The district is known for it', sources: [] } satisfies OperationReport]
    const on = (...restsOn: readonly string[]) => chosen('us-1581', [], { support: [{ id: 'a', element: 'act', standing: 'held', says: 'Held', restsOn }] })
    expect(supported({ ...smart, reports }, on('hunch'), on('hunch', 'file'), on('file'))).toEqual(['no', 'yes', 'yes'])
    expect(supported({ ...PAST, reports }, on('hunch'))).toEqual(['unknown'])
  })

  test('name the parts of the law that nobody here has read', () => {
    const parts = (id: string) => grounded({ ...smart, offences: [chosen(id, ['act'])] })?.[0]?.unverified
    expect([parts('us-1589'), parts('ke-ctpa-3'), parts('kh-2008-12')]).toEqual([[], ['inForce'], ['elements', 'penalty']])
  })

  test('lack an element for certain only where what the law asks for was read', () => {
    expect(supported(smart, chosen('ke-ctpa-3', ['act', 'means']), chosen('kh-2008-12', ['act']), chosen('kh-2008-12', []))).toEqual(['no', 'unknown', 'no'])
    expect(supported(PAST, chosen('kh-2008-12', [], { support: [{ id: 'a', element: 'purpose', standing: 'nothing', says: 'Nothing', restsOn: [] }] }))).toEqual(['no'])
  })
})

describe('the offence that stands best', () => {
  const best = (...offences: readonly ChosenOffence[]) => bestGrounded(grounded({ ...PAST, offences }) ?? [])?.chosen.id
  const [full, unsure, lacking] = [
    chosen('us-1581', ['act'], { id: 'full' }), chosen('us-1591', ['act'], { id: 'unsure' }),
    chosen('us-1581', [], { id: 'lacking', support: [{ id: 'a', element: 'act', standing: 'nothing', says: 'Nothing', restsOn: [] }] }),
  ]

  test('is one supported in full, else one of which something is unknown, else any', () => {
    expect(best(lacking, unsure, full)).toBe('full')
    expect(best(lacking, unsure)).toBe('unsure')
    expect(best(lacking)).toBe('lacking')
    expect(best()).toBeUndefined()
  })

  test('of two that stand alike is the first by id, however they are listed', () => {
    expect(best({ ...full, id: 'b' }, { ...full, id: 'a' })).toBe('a')
    expect(best({ ...full, id: 'a' }, { ...full, id: 'b' })).toBe('a')
  })
})
