import { accept, refuse, type Decider, type Decision } from '../kernel/decider.ts'
import { never } from '../kernel/defect.ts'
import type { Instant } from '../kernel/instant.ts'
import { asKnownAt, notedOf, type Noted, type OnFile } from '../kernel/noted.ts'
import type { Taskable, UnderControl } from './collection.ts'
import { speaksOfThemselves, type SourceRecord, type WeighingKind } from './report.ts'
import type { KinAmongThem, Outcome, SourceAge, SourceCharge, SourceEnding, SourceFact } from './source-facts.ts'
import type { SourceRisk } from './source-handling.ts'
import { authoriseUse, reviewUse, usesAfter, usesInForce, type AuthorisedUse, type AuthoriseUse, type ReviewUse, type UseRefusal } from './source-use.ts'

/** A fact of a source whose words cannot be read, or are not for whoever reads. */
export interface SourceWithheld {
  readonly type: 'words/withheld'
  readonly of: SourceFact['type']
  readonly words: 'forgotten' | 'missing' | 'not-for-you'
}

export type SourceFactRead = SourceFact | SourceWithheld

/** A source, from everything recorded of it but who it is and what passes between them and their handler: those are opened by themselves, and by few. */
export interface SourceOnFile {
  readonly kind: WeighingKind
  /** Drawn, and so like nobody's name. */
  readonly codeName: string
  readonly protected: 'yes' | 'no'
  readonly underControl: UnderControl
  readonly age: SourceAge
  readonly kin: KinAmongThem
  readonly charge: SourceCharge
  readonly risk: SourceRisk
  readonly person: string | null
  readonly uses: readonly AuthorisedUse[]
  /** By report: judged again, the later judgement stands. */
  readonly outcomes: Readonly<Record<string, Outcome>>
  readonly tasks: readonly string[]
  readonly ended: SourceEnding | null
}

type SourceState = SourceOnFile | null

/** What needs authority; everything else about a source has happened and is recorded as it is. */
export type SourceCommand =
  | Extract<SourceFact, { type: 'source/registered' | 'source/charge-given' | 'source/ended' }>
  | (Extract<SourceFact, { type: 'source/tasked' }> & { readonly now: Instant })
  | ({ readonly type: 'source/authorise' } & AuthoriseUse)
  | ({ readonly type: 'source/review-use' } & ReviewUse)

/** Why nobody is asked to look, whoever asks. */
export type NotTaskable =
  | { readonly code: 'source/was-held' }
  | { readonly code: 'source/under-control'; readonly underControl: UnderControl }
  | { readonly code: 'source/ended-already' }
  | { readonly code: 'source/not-authorised' }
  | { readonly code: 'source/child-and-kin' }

export type SourceRefusal =
  | { readonly code: 'source/handler-is-controller' }
  | { readonly code: 'source/not-registered' }
  | { readonly code: 'source/registered-already' }
  | NotTaskable
  | UseRefusal

/**
 * Keeping a source: two people answer for it, a third authorises its use, and nobody is tasked who may be under a trafficker's control.
 *
 * Not knowing whether somebody is free is treated as knowing that they are not: a person who is held and is sent to look
 * pays for it. Source: RIPA 2000, s. 29; enforcement-side 1.7.
 */
export const sourceKeeping: Decider<SourceState, SourceCommand, SourceFact, SourceRefusal> = { initial: null, decide, evolve }

function decide(command: SourceCommand, state: SourceState): Decision<SourceFact, SourceRefusal> {
  if (command.type === 'source/registered') return state ? refuse({ code: 'source/registered-already' }) : twoPeople(command)
  if (!state) return refuse({ code: 'source/not-registered' })
  switch (command.type) {
    case 'source/charge-given':
      return twoPeople(command)
    case 'source/authorise':
      return refusedOr(atRisk(state) ?? endedAlready(state), () => authoriseUse(command, state))
    case 'source/review-use':
      return refusedOr(endedAlready(state), () => reviewUse(command, state))
    case 'source/tasked': {
      const { now, ...tasked } = command
      return refusedOr(notTaskable(state, now), () => accept(tasked))
    }
    case 'source/ended':
      return refusedOr(endedAlready(state), () => accept(command))
    default:
      return never(command)
  }
}

const refusedOr = (refusal: SourceRefusal | null, decided: () => Decision<SourceFact, SourceRefusal>): Decision<SourceFact, SourceRefusal> => (refusal ? refuse(refusal) : decided())

const twoPeople = (command: Extract<SourceFact, { type: 'source/registered' | 'source/charge-given' }>): Decision<SourceFact, SourceRefusal> =>
  command.handler === command.controller ? refuse({ code: 'source/handler-is-controller' }) : accept(command)

/** Somebody who was held, or may be now, is a victim at risk and no informant. */
function atRisk({ kind, underControl }: SourceOnFile): NotTaskable | null {
  if (speaksOfThemselves(kind)) return { code: 'source/was-held' }
  return underControl === 'no' ? null : { code: 'source/under-control', underControl }
}

const endedAlready = ({ ended }: SourceOnFile): NotTaskable | null => (ended === null ? null : { code: 'source/ended-already' })

/**
 * Why a source is not asked to look; null where they may be.
 *
 * A child, and whoever may be one, is never set on those who bring them up, nor where nobody has said that it is not they
 * (enforcement-side 1.7, CH-7, from memory: there for those under 16; here for all, since ages are seldom known).
 */
export function notTaskable(source: SourceOnFile, now: Instant): NotTaskable | null {
  const stands = atRisk(source) ?? endedAlready(source)
  if (stands) return stands
  if (usesInForce(source, now).length === 0) return { code: 'source/not-authorised' }
  return source.age === 'adult' || source.kin === 'no' ? null : { code: 'source/child-and-kin' }
}

/** What is told of a source before it was registered has nothing to stand on, and is left aside. */
function evolve(state: SourceState, fact: SourceFact): SourceState {
  if (fact.type === 'source/registered') {
    const { kind, codeName, protected: safe, underControl, age = 'unknown', kin = 'unknown', handler, controller } = fact
    return state ?? { kind, codeName, protected: safe, underControl, age, kin, charge: { handler, controller }, risk: 'unknown', person: null, uses: [], outcomes: {}, tasks: [], ended: null }
  }
  return state && { ...state, ...changedBy(fact, state) }
}

function changedBy(fact: Exclude<SourceFact, { type: 'source/registered' }>, state: SourceOnFile): Partial<SourceOnFile> {
  switch (fact.type) {
    case 'source/identified':
      return { person: fact.person }
    case 'source/charge-given':
      return { charge: { handler: fact.handler, controller: fact.controller } }
    case 'source/standing-noted':
      return { protected: fact.protected, underControl: fact.underControl, ...(fact.age && { age: fact.age }), ...(fact.kin && { kin: fact.kin }) }
    case 'source/risk-noted':
      return { risk: fact.risk }
    case 'source/outcome-judged':
      return { outcomes: { ...state.outcomes, [fact.report]: fact.outcome } }
    case 'source/tasked':
      return { tasks: [...state.tasks, fact.task] }
    case 'source/authorised':
    case 'source/use-reviewed':
    case 'source/use-cancelled':
      return { uses: usesAfter(state.uses, fact) }
    case 'source/ended':
      return { ended: fact.ground }
    case 'source/recruited':
    case 'source/authority-noted':
    case 'source/welfare-noted':
    case 'source/contact-made':
    case 'source/information-noted':
    case 'source/benefit-given':
      return {}
    default:
      return never(fact)
  }
}

/** What can no longer be read may have said that somebody is held, or that their use is at an end; so it counts as if it had. */
function withoutWords(state: SourceState, { of }: SourceWithheld): SourceState {
  if (state === null) return null
  if (of === 'source/standing-noted') return { ...state, underControl: 'unknown' }
  if (of === 'source/use-cancelled') return { ...state, uses: usesAfter(state.uses, { type: 'source/use-cancelled', because: '' }) }
  return of === 'source/ended' ? { ...state, ended: state.ended ?? 'unknown' } : state
}

/**
 * A source from the entries of its file, in the order in which they reached it; null where none was registered.
 *
 * The order of arrival is the order here: who may be tasked is decided on what the file says, and not on what a clock says.
 */
export function foldSource(entries: readonly OnFile<SourceFactRead>[]): { readonly source: SourceOnFile; readonly registered: Noted; readonly version: number } | null {
  const inOrder = entries.toSorted((a, b) => a.version - b.version)
  const source = inOrder.reduce<SourceState>((state, { fact }) => (fact.type === 'words/withheld' ? withoutWords(state, fact) : evolve(state, fact)), sourceKeeping.initial)
  const registered = inOrder.find(({ fact }) => fact.type === 'source/registered')
  return source && registered ? { source, registered: notedOf(registered), version: inOrder.at(-1)?.version ?? 0 } : null
}

/** How often a source was borne out as known at an instant, where its kind has a record at all. Indeterminate outcomes are neither. */
export function recordAt(entries: readonly OnFile<SourceFactRead>[], knownAt: Instant, keeps: (kind: WeighingKind) => 'moves' | 'never'): Omit<SourceRecord, 'id'> {
  const known = foldSource(asKnownAt(entries, knownAt))
  if (!known || keeps(known.source.kind) === 'never') return {}
  const count = (wanted: Outcome) => Object.values(known.source.outcomes).filter((outcome) => outcome === wanted).length
  return { hits: count('borne-out'), misses: count('not-borne-out') }
}

/** What setting a task must know of a source, and no more. */
export const taskable = (id: string, { kind, underControl }: SourceOnFile): Taskable => ({ id, kind, underControl })
