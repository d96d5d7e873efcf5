import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ADA, BO, KEEPING_POLICY, keyOf, onDay } from '../../tests/keeping-cast.ts'
import type { ActorId } from '../kernel/id.ts'
import { OWN_UNIT } from '../kernel/organisation.ts'
import { askForgetting, holdersIn, secondForgetting, type AskForgetting, type SecondForgetting, type WithinReach } from './forget.ts'
import type { ForgettingSeconded, KeepingFact } from './keeping-facts.ts'
import { evolveKeeping, foldKeeping, notKept, type Keeping } from './keeping.ts'
import { liftHold } from './review-keeping.ts'

const within = (more: Partial<WithinReach> = {}): WithinReach => ({ keys: [keyOf('one'), keyOf('two'), { ...keyOf('two'), key: 'key-other' }], holds: [], of: 'file', ...more })
const asking: AskForgetting = { asking: 'asking-one', ground: 'request-granted', reach: 'whole-file', by: ADA, at: onDay(1) }
const seconding: SecondForgetting = { asking: 'asking-one', seen: 2, by: BO, at: onDay(2) }
const asked: KeepingFact = { type: 'forgetting/asked', ...asking }
const second = (more: Partial<SecondForgetting>, facts: readonly KeepingFact[] = [asked], reach = within()) => secondForgetting({ ...seconding, ...more }, foldKeeping(facts), reach, KEEPING_POLICY)
const refused = (refusal: object) => ({ accepted: false, refusal })

describe('asking that words be forgotten', () => {
  test('is one person’s, and destroys nothing', () => {
    expect(askForgetting(asking, notKept, within())).toEqual({ accepted: true, facts: [asked] })
    expect(foldKeeping([asked])).toMatchObject({ asked: { by: ADA }, forgotten: [] })
  })

  test('is refused while a hold stands anywhere within reach, with which', () => {
    expect(askForgetting(asking, notKept, within({ holds: ['hold-one', 'hold-two'] }))).toEqual(refused({ code: 'retention/held', holds: ['hold-one', 'hold-two'] }))
  })

  test('because a term has ended needs a review that found so', () => {
    const ended: AskForgetting = { ...asking, ground: 'retention-ended' }
    expect(askForgetting(ended, notKept, within())).toEqual(refused({ code: 'retention/not-reviewed' }))
    expect(askForgetting(ended, foldKeeping([{ type: 'retention/reviewed', outcome: 'keep', reviewBy: onDay(9), ground: 'hold-stands' }]), within())).toEqual(refused({ code: 'retention/not-reviewed' }))
    expect(askForgetting(ended, foldKeeping([{ type: 'retention/reviewed', outcome: 'may-be-forgotten', ground: 'term-has-ended' }]), within())).toMatchObject({ accepted: true })
  })
})

test('only a file can be forgotten whole', () => {
  expect(askForgetting(asking, notKept, within({ of: 'within-a-file' }))).toEqual(refused({ code: 'retention/not-a-file' }))
  expect(askForgetting({ ...asking, reach: 'own-words' }, notKept, within({ of: 'within-a-file' }))).toMatchObject({ accepted: true })
})

describe('agreeing, as the second person', () => {
  test('names every key that is destroyed, and whom its words were told of', () => {
    expect(second({})).toEqual({
      accepted: true,
      facts: [{ type: 'forgetting/seconded', asking: 'asking-one', ground: 'request-granted', reach: 'whole-file', askedBy: ADA, by: BO, at: onDay(2), keys: ['key-one', 'key-two', 'key-other'], holders: ['report/one', 'report/two', 'report/two'] }],
    })
  })

  test('is never for the person who asked', () => expect(second({ by: ADA })).toEqual(refused({ code: 'retention/same-person' })))
  test('needs somebody to have asked', () => expect(second({}, [])).toEqual(refused({ code: 'retention/nobody-asked' })))
  test('is to the asking that was read', () => expect(second({}, [asked, { ...asked, asking: 'asking-two' }])).toEqual(refused({ code: 'retention/other-asking', asking: 'asking-two' })))
  test('is of no use once the asking has lapsed', () => {
    expect(second({ at: onDay(31) })).toMatchObject({ accepted: true })
    expect(second({ at: onDay(31.001) })).toEqual(refused({ code: 'retention/asking-lapsed' }))
  })
  test('is refused while a hold stands', () => expect(second({}, [asked], within({ holds: ['hold-one'] }))).toEqual(refused({ code: 'retention/held', holds: ['hold-one'] })))
  test('is to what was shown, and not to what came in between', () => expect(second({ seen: 1 })).toEqual(refused({ code: 'retention/reach-moved', seen: 1, found: 2 })))
  test('finds nothing where nothing was ever told', () => expect(second({}, [asked], within({ keys: [] }))).toEqual(refused({ code: 'retention/nothing-to-forget' })))

  test('is done once, and again only for what was told since', () => {
    const done = second({})
    const facts = [asked, ...(done.accepted ? done.facts : [])]
    expect(second({}, facts, within({ keys: [] }))).toEqual(refused({ code: 'retention/forgotten-already' }))
    expect(second({}, facts)).toEqual(refused({ code: 'retention/nobody-asked' }))
    expect(askForgetting({ ...asking, asking: 'asking-two' }, foldKeeping(facts), within({ keys: [keyOf('later')] }))).toMatchObject({ accepted: true })
  })
})

test('people, reports and files are counted once, under however many keys their words lie', () => {
  expect(holdersIn(within().keys)).toBe(2)
})

type Step = { readonly by: number; readonly hours: number } & ({ readonly do: 'ask' | 'second' } | { readonly do: 'place' | 'lift'; readonly hold: number })

const anyStep: fc.Arbitrary<Step> = fc.record({ by: fc.nat(2), hours: fc.oneof(fc.nat(48), fc.nat(900)) }).chain(({ by, hours }) =>
  fc.oneof(fc.constantFrom('ask' as const, 'second' as const).map((act) => ({ by, hours, do: act })), fc.record({ do: fc.constantFrom('place' as const, 'lift' as const), hold: fc.nat(2) }).map((more) => ({ by, hours, ...more }))))

/** Plays steps through the deciders, and beside them keeps a plain record of who asked when and which holds stand. */
function played(steps: readonly Step[]): { readonly agreed: readonly ForgettingSeconded[]; readonly wrong: readonly string[] } {
  let keeping: Keeping = notKept
  let [hour, drawn] = [0, 0]
  let last: { readonly by: string; readonly hour: number } | null = null
  const standing = new Set<string>()
  const [agreed, wrong] = [[] as ForgettingSeconded[], [] as string[]]
  for (const step of steps) {
    hour += step.hours
    const [by, at, elsewhere] = [`person-${step.by}` as ActorId, onDay(hour / 24), { keys: [keyOf('one')], holds: keeping.holds.map(({ hold }) => hold), of: 'file' as const }]
    const facts: readonly KeepingFact[] = step.do === 'place' ? [{ type: 'hold/placed', hold: `hold-${step.hold}`, ground: 'appeal', reference: 'A-1', reviewBy: onDay(1), organisation: OWN_UNIT }]
      : factsOf(step.do === 'lift' ? liftHold({ hold: `hold-${step.hold}`, ground: 'ground-has-ended', organisation: OWN_UNIT }, keeping)
        : step.do === 'ask' ? askForgetting({ asking: `asking-${++drawn}`, ground: 'court-order', reach: 'own-words', by, at }, keeping, elsewhere)
          : secondForgetting({ asking: keeping.asked?.asking ?? 'none', seen: 1, by, at }, keeping, elsewhere, KEEPING_POLICY))
    for (const fact of facts) {
      if (fact.type === 'forgetting/seconded') {
        agreed.push(fact)
        if (last === null || last.by === by || hour - last.hour > 30 * 24 || standing.size > 0) wrong.push(`${by} at ${hour}`)
        last = null
      }
      if (fact.type === 'forgetting/asked') last = { by, hour }
      if (fact.type === 'hold/placed') standing.add(fact.hold)
      if (fact.type === 'hold/lifted') standing.delete(fact.hold)
      keeping = evolveKeeping(keeping, fact)
    }
  }
  return { agreed, wrong }
}

const factsOf = (decision: { readonly accepted: true; readonly facts: readonly KeepingFact[] } | { readonly accepted: false }): readonly KeepingFact[] => (decision.accepted ? decision.facts : [])

test('whoever asks, agrees, holds and lifts in whatever order, keys are destroyed only by two people with no hold standing', () => {
  let agreed = 0
  fc.assert(fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
    const { wrong, agreed: done } = played(steps)
    agreed += done.length
    expect(wrong).toEqual([])
  }), { numRuns: 500 })
  expect(agreed).toBeGreaterThan(20)
})
