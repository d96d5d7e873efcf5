import { describe, expect, test } from 'vitest'
import { ANALYST, later } from '../../tests/site-cast.ts'
import type { SourceOnFile } from '../../core/intelligence/source.ts'
import type { ActorId } from '../../core/kernel/id.ts'
import { isoOf } from '../../core/kernel/instant.ts'
import { factOfSourceAct, isSourceDetermination, registeringFact } from './source-commands.ts'
import { SourceActShape, SourceRegisteredShape } from './sources.ts'

const charge = { handler: 'handler-one', controller: 'controller-one' }
const source: SourceOnFile = {
  kind: 'informant-tested', codeName: 'larch-204', protected: 'yes', underControl: 'no', charge: { handler: 'handler-one' as ActorId, controller: 'controller-one' as ActorId }, risk: 'unknown', person: null, contacts: [], outcomes: {}, tasks: [],
}
const register = (more: object = {}) => SourceRegisteredShape.parse({ id: 'act-number-one', kind: 'informant-tested', protected: 'yes', underControl: 'unknown', ...charge, ...more })
const act = (more: object) => SourceActShape.parse({ id: 'act-number-one', ...more })
const acted = (more: object, known = source) => factOfSourceAct(act(more), ANALYST, known)

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

  test('is decided on a version where it hands a source on, and nowhere else', () => {
    expect(isSourceDetermination(act({ act: 'give-charge', ...charge, because: 'Leave' }))).toBe(true)
    expect(isSourceDetermination(act({ act: 'note-risk', risk: 'high', says: 'Seen talking' }))).toBe(false)
  })
})
