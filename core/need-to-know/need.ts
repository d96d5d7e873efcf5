import { accept, refuse, type Decision } from '../kernel/decider.ts'
import type { ActorId } from '../kernel/id.ts'
import { notedOf, type Noted, type OnFile } from '../kernel/noted.ts'
import type { NeedFact, NeedFactRead, Reach } from './need-facts.ts'

/** Somebody who was given to know a file, with the reason. */
export interface NamedPerson {
  readonly person: ActorId
  readonly because: string
  readonly given: Noted
}

/** A broken glass, and what became of it. */
export interface BrokenGlass {
  readonly glass: Extract<NeedFact, { type: 'need/glass-broken' }>
  readonly noted: Noted
  readonly review: (Pick<Extract<NeedFact, { type: 'need/glass-reviewed' }>, 'judgement' | 'says'> & { readonly noted: Noted }) | null
}

/** Who needs to know a file, as it stands. */
export interface Need {
  readonly reach: Reach
  readonly named: readonly NamedPerson[]
  readonly glasses: readonly BrokenGlass[]
}

export type NeedRefusal =
  | { readonly code: 'need/named-already' }
  | { readonly code: 'need/not-named' }
  | { readonly code: 'need/last-one' }
  | { readonly code: 'need/nobody-named' }
  | { readonly code: 'need/no-such-glass' }
  | { readonly code: 'need/own-glass' }
  | { readonly code: 'need/reviewed-already' }

const NOBODY: Need = { reach: 'unit', named: [], glasses: [] }

/** Who needs to know a file, from the entries of its need in the order in which they reached it. */
export const foldNeed = (entries: readonly OnFile<NeedFactRead>[]): Need => entries.toSorted((a, b) => a.version - b.version).reduce(after, NOBODY)

function after(need: Need, entry: OnFile<NeedFactRead>): Need {
  const [{ fact }, noted] = [entry, notedOf(entry)]
  switch (fact.type) {
    case 'need/given':
      return { ...need, named: [...need.named.filter(({ person }) => person !== fact.person), { person: fact.person, because: fact.because, given: noted }] }
    case 'need/ended':
      return { ...need, named: need.named.filter(({ person }) => person !== fact.person) }
    case 'need/reach-set':
      return { ...need, reach: fact.reach }
    case 'need/glass-broken':
      return { ...need, glasses: [...need.glasses, { glass: fact, noted, review: null }] }
    case 'need/glass-reviewed':
      return { ...need, glasses: need.glasses.map((one) => (one.noted.entry === fact.glass && one.review === null ? { ...one, review: { judgement: fact.judgement, says: fact.says, noted } } : one)) }
    case 'words/withheld':
      return need
  }
}

const isNamed = (need: Need, person: ActorId): boolean => need.named.some((one) => one.person === person)

/**
 * Whether who needs to know may be changed as asked.
 *
 * A file that reaches only those named for it is never left without anybody: what nobody can open is lost, and lost victims are not found.
 */
export function decideNeed(fact: Exclude<NeedFact, { type: 'need/glass-broken' }>, need: Need, by: ActorId): Decision<NeedFact, NeedRefusal> {
  switch (fact.type) {
    case 'need/given':
      return isNamed(need, fact.person) ? refuse({ code: 'need/named-already' }) : accept(fact)
    case 'need/ended':
      if (!isNamed(need, fact.person)) return refuse({ code: 'need/not-named' })
      return need.reach === 'named' && need.named.length === 1 ? refuse({ code: 'need/last-one' }) : accept(fact)
    case 'need/reach-set':
      return fact.reach === 'named' && need.named.length === 0 ? refuse({ code: 'need/nobody-named' }) : accept(fact)
    case 'need/glass-reviewed':
      return decideReview(fact, need, by)
  }
}

function decideReview(fact: Extract<NeedFact, { type: 'need/glass-reviewed' }>, need: Need, by: ActorId): Decision<NeedFact, NeedRefusal> {
  const broken = need.glasses.find(({ noted }) => noted.entry === fact.glass)
  if (!broken) return refuse({ code: 'need/no-such-glass' })
  if (broken.review) return refuse({ code: 'need/reviewed-already' })
  return broken.glass.person === by ? refuse({ code: 'need/own-glass' }) : accept(fact)
}
