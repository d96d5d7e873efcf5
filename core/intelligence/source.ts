import { accept, refuse, type Decider, type Decision } from '../kernel/decider.ts'
import { never } from '../kernel/defect.ts'
import type { ActorId } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import { asKnownAt, notedOf, type Noted, type OnFile } from '../kernel/noted.ts'
import type { Taskable, UnderControl } from './collection.ts'
import type { SourceRecord, WeighingKind } from './report.ts'
import type { Outcome, SourceCharge, SourceFact, SourceRisk } from './source-facts.ts'

/** A fact of a source whose words cannot be read. */
export interface SourceWithheld {
  readonly type: 'words/withheld'
  readonly of: SourceFact['type']
  readonly words: 'forgotten' | 'missing'
}

export type SourceFactRead = SourceFact | SourceWithheld

/** A source, from everything recorded of it but who it is: that is opened by itself, and by few. */
export interface SourceOnFile {
  readonly kind: WeighingKind
  /** Drawn, and so like nobody's name. */
  readonly codeName: string
  readonly protected: 'yes' | 'no'
  readonly underControl: UnderControl
  readonly charge: SourceCharge
  readonly risk: SourceRisk
  readonly person: string | null
  readonly contacts: readonly { readonly at: Instant; readonly with: ActorId; readonly says: string }[]
  /** By report: judged again, the later judgement stands. */
  readonly outcomes: Readonly<Record<string, Outcome>>
  readonly tasks: readonly string[]
}

type SourceState = SourceOnFile | null

/** What needs authority; everything else about a source has happened and is recorded as it is. */
export type SourceCommand = Extract<SourceFact, { type: 'source/registered' | 'source/charge-given' | 'source/tasked' }>

export type SourceRefusal =
  | { readonly code: 'source/handler-is-controller' }
  | { readonly code: 'source/not-registered' }
  | { readonly code: 'source/registered-already' }
  | { readonly code: 'source/under-control'; readonly underControl: UnderControl }

/**
 * Keeping a source: two people answer for it, and nobody is tasked who may be under a trafficker's control.
 *
 * Not knowing whether somebody is free is treated as knowing that they are not: a person who is held and is sent to look
 * pays for it. Source: RIPA 2000, s. 29; enforcement-side 1.7.
 */
export const sourceKeeping: Decider<SourceState, SourceCommand, SourceFact, SourceRefusal> = { initial: null, decide, evolve }

function decide(command: SourceCommand, state: SourceState): Decision<SourceFact, SourceRefusal> {
  if (command.type === 'source/registered' && state) return refuse({ code: 'source/registered-already' })
  if (command.type !== 'source/registered' && !state) return refuse({ code: 'source/not-registered' })
  if (command.type !== 'source/tasked') return command.handler === command.controller ? refuse({ code: 'source/handler-is-controller' }) : accept(command)
  return state && state.underControl !== 'no' ? refuse({ code: 'source/under-control', underControl: state.underControl }) : accept(command)
}

/** What is told of a source before it was registered has nothing to stand on, and is left aside. */
function evolve(state: SourceState, fact: SourceFact): SourceState {
  if (fact.type === 'source/registered') {
    const { kind, codeName, protected: safe, underControl, handler, controller } = fact
    return state ?? { kind, codeName, protected: safe, underControl, charge: { handler, controller }, risk: 'unknown', person: null, contacts: [], outcomes: {}, tasks: [] }
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
      return { protected: fact.protected, underControl: fact.underControl }
    case 'source/risk-noted':
      return { risk: fact.risk }
    case 'source/contact-made':
      return { contacts: [...state.contacts, { at: fact.at, with: fact.with, says: fact.says }] }
    case 'source/outcome-judged':
      return { outcomes: { ...state.outcomes, [fact.report]: fact.outcome } }
    case 'source/tasked':
      return { tasks: [...state.tasks, fact.task] }
    default:
      return never(fact)
  }
}

/**
 * A source from the entries of its file, in the order in which they reached it; null where none was registered.
 *
 * The order of arrival is the order here: who may be tasked is decided on what the file says, and not on what a clock says.
 */
export function foldSource(entries: readonly OnFile<SourceFactRead>[]): { readonly source: SourceOnFile; readonly registered: Noted; readonly version: number } | null {
  const inOrder = entries.toSorted((a, b) => a.version - b.version)
  const facts = inOrder.flatMap(({ fact }) => (fact.type === 'words/withheld' ? [] : [fact]))
  const source = facts.reduce(evolve, sourceKeeping.initial)
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
