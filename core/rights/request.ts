import { never } from '../kernel/defect.ts'
import type { Instant } from '../kernel/instant.ts'
import { notedOf, type Noted, type OnFile } from '../kernel/noted.ts'
import type { AnswerTold, Closing, HoldingNoted, RequestAnswered, RequestFact, RequestReceived, RestrictionReason, WhoAsks } from './request-facts.ts'

/** A fact of a request whose words cannot be read. */
export interface RequestWithheld {
  readonly type: 'words/withheld'
  readonly of: RequestFact['type']
  readonly words: 'forgotten' | 'missing'
}

export type RequestFactRead = RequestFact | RequestWithheld

type Of<Type extends RequestFact['type']> = Omit<Extract<RequestFact, { type: Type }>, 'type'>

/** A request, from everything recorded of it. */
export interface RequestOnFile {
  readonly asked: Omit<RequestReceived, 'type'>
  /** What is known of who asks, as last checked. */
  readonly whoAsks: WhoAsks
  readonly extended: Of<'request/extended'> | null
  readonly holdings: readonly Omit<HoldingNoted, 'type'>[]
  /** The answer that stands; one that was given before a complaint is in the ledger. */
  readonly answer: Omit<RequestAnswered, 'type'> | null
  readonly told: readonly Omit<AnswerTold, 'type'>[]
  readonly corrections: readonly Of<'request/correction-made'>[]
  /** By file: what is restricted now. */
  readonly restrictions: Readonly<Record<string, RestrictionReason>>
  readonly forgettings: readonly Of<'request/forgetting-asked'>[]
  readonly complaints: readonly Of<'request/complaint-forwarded'>[]
  /** Whether somebody complained since the answer that stands, so that it may be given anew. */
  readonly complainedSince: 'yes' | 'no'
  readonly closed: Closing | null
}

export type RequestState = RequestOnFile | null

/** What is told of a request before it came in has nothing to stand on, and is left aside. */
export function evolveRequest(state: RequestState, fact: RequestFact): RequestState {
  if (fact.type === 'request/received') return state ?? begun(fact)
  return state && { ...state, ...changedBy(fact, state) }
}

function begun({ type: _type, ...asked }: RequestReceived): RequestOnFile {
  const { identity, mandate, goBetweenIs } = asked
  return {
    asked, whoAsks: { identity, mandate, goBetweenIs }, extended: null, holdings: [], answer: null, told: [], corrections: [], restrictions: {}, forgettings: [],
    complaints: [], complainedSince: 'no', closed: null,
  }
}

function changedBy(fact: Exclude<RequestFact, RequestReceived>, state: RequestOnFile): Partial<RequestOnFile> {
  switch (fact.type) {
    case 'request/identity-checked':
      return { whoAsks: { identity: fact.identity, mandate: fact.mandate, goBetweenIs: fact.goBetweenIs } }
    case 'request/extended':
      return { extended: { until: fact.until, reason: fact.reason } }
    case 'request/holding-noted':
      return { holdings: [...state.holdings, withoutType(fact)] }
    case 'request/answered':
      return { answer: withoutType(fact), complainedSince: 'no' }
    case 'request/told':
      return { told: [...state.told, withoutType(fact)] }
    case 'request/correction-made':
      return { corrections: [...state.corrections, withoutType(fact)] }
    case 'request/restricted':
      return { restrictions: { ...state.restrictions, [fact.file]: fact.because } }
    case 'request/restriction-lifted':
      return { restrictions: Object.fromEntries(Object.entries(state.restrictions).filter(([file]) => file !== fact.file)) }
    case 'request/forgetting-asked':
      return { forgettings: [...state.forgettings, withoutType(fact)] }
    case 'request/complaint-forwarded':
      return { complaints: [...state.complaints, withoutType(fact)], complainedSince: 'yes' }
    case 'request/closed':
      return { closed: fact.because }
    default:
      return never(fact)
  }
}

const withoutType = <Fact extends { readonly type: string }>({ type: _type, ...rest }: Fact): Omit<Fact, 'type'> => rest

/** A request from the entries of its file, in the order in which they reached it; null where none came in. */
export function foldRequest(entries: readonly OnFile<RequestFactRead>[]): { readonly request: RequestOnFile; readonly received: Noted; readonly version: number } | null {
  const inOrder = entries.toSorted((a, b) => a.version - b.version)
  const request = inOrder.flatMap(({ fact }) => (fact.type === 'words/withheld' ? [] : [fact])).reduce(evolveRequest, null as RequestState)
  const received = inOrder.find(({ fact }) => fact.type === 'request/received')
  return request && received ? { request, received: notedOf(received), version: inOrder.at(-1)?.version ?? 0 } : null
}

/** When a request was first told its answer; null where nobody was. */
export const firstToldAt = ({ told }: RequestOnFile): Instant | null => told.map(({ toldAt }) => toldAt).toSorted((a, b) => a - b)[0] ?? null
