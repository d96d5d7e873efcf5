import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { entryOf, later } from '../../tests/site-cast.ts'
import { fold } from '../kernel/decider.ts'
import type { ActorId } from '../kernel/id.ts'
import type { OnFile } from '../kernel/noted.ts'
import { foldSource, recordAt, sourceKeeping, taskable, type SourceCommand, type SourceFactRead, type SourceRefusal } from './source.ts'
import type { Outcome, SourceFact } from './source-facts.ts'
import type { AuthoriseUse } from './source-use.ts'
import { codeNameFrom } from './code-name.ts'

const [handler, controller, officer] = ['handler-one' as ActorId, 'controller-one' as ActorId, 'officer-one' as ActorId]
const registered = { type: 'source/registered', kind: 'informant-tested', codeName: 'larch-204', protected: 'yes', underControl: 'no', age: 'adult', kin: 'no', handler, controller } as const
const authorised = { type: 'source/authorised', use: 'adult', by: officer, from: later(0), until: later(365), reviewBy: null, conduct: 'Look and tell', because: 'Nobody else can' } as const
const tasked = { type: 'source/tasked', task: 'task-one', site: 'site-one', says: 'Look at the gate' } as const
const task = { ...tasked, now: later(1) } as const
const judged = (report: string, outcome: Outcome): SourceFact => ({ type: 'source/outcome-judged', report, outcome, because: 'Seen at the door' })
const entries = (...facts: readonly SourceFactRead[]): readonly OnFile<SourceFactRead>[] => facts.map((fact, i) => entryOf(fact as never, i + 1))
const keeps = () => 'moves' as const

const decided = (command: SourceCommand, ...before: readonly SourceFact[]) => sourceKeeping.decide(command, fold(sourceKeeping, before))
const term = (value: number) => ({ value, source: 'as remembered', sureness: 'unverified', signedBy: 'nobody', asOf: '2031-01-01' }) as const
const terms = { adultDays: term(365), juvenileDays: term(120), juvenileReviewDays: term(28), urgentHours: term(72) }
const authorising = (more: Partial<AuthoriseUse> = {}): SourceCommand => ({
  type: 'source/authorise', use: 'adult', by: officer, role: 'authorising-officer', now: later(0), from: later(0), risksExplained: 'yes', conduct: 'Look and tell', because: 'Nobody else can', terms, ...more,
})
const refused = (refusal: SourceRefusal) => ({ accepted: false, refusal })

describe('keeping a source', () => {
  test('begins with two people who answer for it', () => {
    expect(decided(registered)).toEqual({ accepted: true, facts: [registered] })
    expect(decided({ ...registered, controller: handler })).toEqual(refused({ code: 'source/handler-is-controller' }))
  })

  test('is not begun twice', () => {
    expect(decided(registered, registered)).toEqual(refused({ code: 'source/registered-already' }))
  })

  test('is handed on to two people, and never to one', () => {
    const charge = { type: 'source/charge-given', handler: 'handler-two' as ActorId, controller, because: 'Leave' } as const
    expect(decided(charge, registered)).toEqual({ accepted: true, facts: [charge] })
    expect(decided({ ...charge, handler: controller }, registered)).toEqual(refused({ code: 'source/handler-is-controller' }))
    expect(decided(charge)).toEqual(refused({ code: 'source/not-registered' }))
  })

  test('lets a free source be tasked whose use is authorised, and nobody before they are registered', () => {
    expect(decided(task, registered, authorised)).toEqual({ accepted: true, facts: [tasked] })
    expect(decided(task, registered)).toEqual(refused({ code: 'source/not-authorised' }))
    expect(decided(task)).toEqual(refused({ code: 'source/not-registered' }))
  })

  test.each(['escaped-victim', 'rescued-victim', 'victim-on-site'] as const)('sends nobody back who was held: %s', (kind) => {
    expect(decided(task, { ...registered, kind }, authorised)).toEqual(refused({ code: 'source/was-held' }))
    expect(decided(authorising(), { ...registered, kind })).toEqual(refused({ code: 'source/was-held' }))
  })

  test('ends once, with its ground, and nobody is tasked afterwards', () => {
    const ended = { type: 'source/ended', ground: 'asked-to-stop', says: 'Has moved away' } as const
    expect(decided(ended, registered)).toEqual({ accepted: true, facts: [ended] })
    for (const command of [ended, task, authorising()]) expect(decided(command, registered, authorised, ended)).toEqual(refused({ code: 'source/ended-already' }))
  })

  test.each(['yes', 'unknown'] as const)('never tasks a source of whom it is told that they are under control: %s', (underControl) => {
    expect(decided(task, { ...registered, underControl }, authorised)).toEqual(refused({ code: 'source/under-control', underControl }))
    expect(decided(task, registered, authorised, { type: 'source/standing-noted', protected: 'yes', underControl, because: 'Met the foreman' })).toEqual(refused({ code: 'source/under-control', underControl }))
  })
})

describe('authorising the use of a source', () => {
  const child = { ...registered, age: 'child' } as const
  const unsaid = { type: 'source/registered', kind: 'informant-tested', codeName: 'larch-204', protected: 'yes', underControl: 'no', handler, controller } as const
  const asChild = { ...authorised, use: 'juvenile', until: later(120), reviewBy: later(28) } as const

  test('holds for the term and no longer', () => {
    expect(decided(authorising(), registered)).toEqual({ accepted: true, facts: [authorised] })
    expect(decided({ ...task, now: later(364.9) }, registered, authorised)).toMatchObject({ accepted: true })
    expect(decided({ ...task, now: later(365) }, registered, authorised)).toEqual(refused({ code: 'source/not-authorised' }))
    expect(decided(authorising({ until: later(30) }), registered)).toMatchObject({ facts: [{ until: later(30) }] })
    for (const until of [later(366), later(0)]) expect(decided(authorising({ until }), registered)).toEqual(refused({ code: 'source/beyond-the-term', until: later(365) }))
  })

  test('is for an authorising officer who neither handles nor oversees them', () => {
    expect(decided(authorising({ role: 'source-controller' }), registered)).toEqual(refused({ code: 'source/not-an-authorising-officer' }))
    for (const by of [handler, controller]) expect(decided(authorising({ by }), registered)).toEqual(refused({ code: 'source/authoriser-answers-for-them' }))
  })

  test('holds no more once whoever authorised it comes to answer for them', () => {
    expect(decided(task, registered, authorised, { type: 'source/charge-given', handler: officer, controller, because: 'Leave' })).toEqual(refused({ code: 'source/not-authorised' }))
  })

  test.each(['no', 'unknown'] as const)('needs the risks explained and understood: %s', (risksExplained) => {
    expect(decided(authorising({ risksExplained }), registered)).toEqual(refused({ code: 'source/risks-not-explained' }))
  })

  test('on a spoken word counts from when it was given, and runs out within days', () => {
    const spoken = decided(authorising({ use: 'urgent-oral', from: later(-1) }), registered)
    expect(spoken).toMatchObject({ facts: [{ from: later(-1), until: later(2) }] })
  })

  test('of somebody not known to be grown up is on the terms for a child alone', () => {
    for (const person of [child, unsaid]) {
      for (const use of ['adult', 'urgent-oral'] as const) expect(decided(authorising({ use }), person)).toEqual(refused({ code: 'source/not-known-to-be-an-adult' }))
      expect(decided(authorising({ use: 'juvenile' }), person)).toEqual({ accepted: true, facts: [asChild] })
      expect(decided(task, person, authorised)).toEqual(refused({ code: 'source/not-authorised' }))
    }
    expect(decided(task, child, asChild)).toMatchObject({ accepted: true })
  })

  test('of a child is looked at again each month, or holds no more', () => {
    expect(decided({ ...task, now: later(29) }, child, asChild)).toEqual(refused({ code: 'source/not-authorised' }))
    const review = decided({ type: 'source/review-use', by: officer, role: 'authorising-officer', now: later(27), says: 'Still safe', terms }, child, asChild)
    expect(review).toEqual({ accepted: true, facts: [{ type: 'source/use-reviewed', by: officer, reviewBy: later(55), says: 'Still safe' }] })
    expect(decided({ ...task, now: later(29) }, child, asChild, ...(review.accepted ? review.facts : []))).toMatchObject({ accepted: true })
    expect(decided({ type: 'source/review-use', by: officer, role: 'authorising-officer', now: later(27), says: 'Safe', terms }, child)).toEqual(refused({ code: 'source/no-use-to-review' }))
  })

  test.each(['yes', 'unknown'] as const)('never sets a child on those who bring them up: %s', (kin) => {
    expect(decided(task, { ...child, kin }, asChild)).toEqual(refused({ code: 'source/child-and-kin' }))
  })

  test('is taken back at once', () => {
    expect(decided(task, registered, authorised, { type: 'source/use-cancelled', because: 'Seen with a camera' })).toEqual(refused({ code: 'source/not-authorised' }))
  })

  const anyFact: fc.Arbitrary<SourceFactRead> = fc.oneof(
    fc.record({ age: fc.constantFrom('adult', 'child', 'unknown'), kin: fc.constantFrom('yes', 'no', 'unknown'), underControl: fc.constantFrom('yes', 'no', 'no', 'unknown') }).map((said): SourceFact => ({ type: 'source/standing-noted', protected: 'no', because: 'Said so', ...said } as SourceFact)),
    fc.constantFrom<SourceFact>(authorised, asChild, { type: 'source/use-cancelled', because: 'Unsafe' }, { type: 'source/ended', ground: 'unsafe', says: 'Seen' }, { type: 'source/charge-given', handler: officer, controller, because: 'Leave' }),
    fc.constantFrom('source/standing-noted', 'source/use-cancelled', 'source/ended', 'source/contact-made').map((of): SourceFactRead => ({ type: 'words/withheld', of: of as SourceFact['type'], words: 'missing' })),
  )

  test('nobody is tasked who may be held, whose use nobody authorised or whose end was said, whatever was recorded and in whatever order', () => {
    fc.assert(fc.property(fc.array(anyFact, { maxLength: 12 }), fc.nat(400), (facts, day) => {
      const known = foldSource(entries(registered, ...facts))?.source
      const answer = sourceKeeping.decide({ ...task, now: later(day) }, known ?? null)
      const isOf = (fact: SourceFactRead, type: SourceFact['type']): boolean => fact.type === type || (fact.type === 'words/withheld' && fact.of === type)
      const standing = facts.findLast((fact) => isOf(fact, 'source/standing-noted'))
      const sinceCancelled = facts.slice(facts.findLastIndex((fact) => isOf(fact, 'source/use-cancelled')) + 1)
      if (!answer.accepted) return
      expect(standing === undefined || (standing.type === 'source/standing-noted' && standing.underControl === 'no')).toBe(true)
      expect(facts.some((fact) => isOf(fact, 'source/ended'))).toBe(false)
      expect(facts.some(({ type }) => type === 'source/charge-given')).toBe(false)
      const isAdult = known?.age === 'adult'
      expect(sinceCancelled.some((fact) => fact.type === 'source/authorised' && later(day) < fact.until && (isAdult || fact.use === 'juvenile'))).toBe(true)
      expect(isAdult || known?.kin === 'no').toBe(true)
    }), { numRuns: 400 })
  })
})

describe('a source on file', () => {
  test('is nothing before it is registered', () => {
    expect(foldSource([])).toBeNull()
    expect(foldSource(entries({ type: 'source/risk-noted', risk: 'high', says: 'Seen talking' }))).toBeNull()
  })

  test('has who answers for it, its standing, its risk, its contacts and its tasks as last said', () => {
    const file = foldSource(entries(
      registered, { type: 'source/charge-given', handler: 'handler-two' as ActorId, controller, because: 'Leave' }, { type: 'source/standing-noted', protected: 'no', underControl: 'unknown', because: 'Gone quiet' },
      { type: 'source/risk-noted', risk: 'high', says: 'Seen talking' }, { type: 'source/contact-made', at: later(1), with: handler, says: 'By telephone' }, { type: 'source/identified', person: 'person-one', identity: { name: 'Sealed apart' } }, tasked,
    ))
    expect(file).toMatchObject({ version: 7, registered: { version: 1 }, source: { codeName: 'larch-204', charge: { handler: 'handler-two' }, protected: 'no', underControl: 'unknown', risk: 'high', age: 'adult', person: 'person-one', tasks: ['task-one'] } })
    expect(JSON.stringify(file?.source)).not.toContain('Sealed apart')
    expect(taskable('source-one', file!.source)).toEqual({ id: 'source-one', kind: 'informant-tested', underControl: 'unknown' })
  })

  test('is the same where who they are was forgotten', () => {
    expect(foldSource(entries(registered, { type: 'words/withheld', of: 'source/identified', words: 'forgotten' }))?.source).toEqual(foldSource(entries(registered))?.source)
  })

  test('is the same however its entries are listed', () => {
    const all = entries(registered, judged('a', 'borne-out'), judged('a', 'not-borne-out'), tasked)
    fc.assert(fc.property(fc.shuffledSubarray([...all], { minLength: all.length }), (shuffled) => {
      expect(foldSource(shuffled)).toEqual(foldSource(all))
    }))
  })
})

describe('how often a source was borne out', () => {
  const all = [...entries(registered, judged('a', 'borne-out'), judged('b', 'not-borne-out'), judged('c', 'indeterminate')), entryOf(judged('b', 'borne-out') as never, 5, { receivedAt: later(9) })]

  test('counts each report once, the later judgement standing, and what is indeterminate as neither', () => {
    expect(recordAt(all, later(10), keeps)).toEqual({ hits: 2, misses: 0 })
  })

  test('is told as known at an instant', () => expect(recordAt(all, later(8), keeps)).toEqual({ hits: 1, misses: 1 }))

  test('is not kept of a kind of which none is', () => {
    expect(recordAt(all, later(10), () => 'never')).toEqual({})
    expect(recordAt([], later(10), keeps)).toEqual({})
  })
})

describe('a code name', () => {
  test('is drawn, and passes over names that are taken', () => {
    const first = codeNameFrom(17, new Set())
    expect(first).toMatch(/^[a-z]+-\d{3}$/)
    expect(codeNameFrom(17, new Set([first]))).toBe(codeNameFrom(18, new Set()))
  })

  test('is another for every draw', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.nat(39_000), { minLength: 2, maxLength: 50 }), (draws) => {
      expect(new Set(draws.map((drawn) => codeNameFrom(drawn, new Set()))).size).toBe(draws.length)
    }))
  })

  test('is a fault once every one is taken', () => {
    const every = new Set(Array.from({ length: 40_000 }, (_, drawn) => codeNameFrom(drawn, new Set())))
    expect(() => codeNameFrom(1, every)).toThrow('every code name is taken')
  })
})
