import type { ActorId } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'

/** How far a file reaches: to whoever in the unit works on its kind, or to those alone who are named for it. */
export const REACHES = ['unit', 'named'] as const
export type Reach = (typeof REACHES)[number]

/** What danger the glass is broken for. Closed, so that curiosity finds no word of its own. */
export const DANGERS = ['life', 'serious-harm', 'child-in-danger', 'person-being-moved'] as const
export type Danger = (typeof DANGERS)[number]

/** What whoever reviews a broken glass comes to. */
export const JUDGEMENTS = ['rightly-broken', 'wrongly-broken'] as const
export type Judgement = (typeof JUDGEMENTS)[number]

/** Everything that is recorded of who needs to know a file. The words of it lie under the file's own key. */
export type NeedFact =
  | { readonly type: 'need/given'; readonly person: ActorId; readonly because: string }
  | { readonly type: 'need/ended'; readonly person: ActorId; readonly because: string }
  | { readonly type: 'need/reach-set'; readonly reach: Reach; readonly because: string }
  | { readonly type: 'need/glass-broken'; readonly person: ActorId; readonly danger: Danger; readonly until: Instant; readonly told: readonly ActorId[]; readonly says: string }
  | { readonly type: 'need/glass-reviewed'; readonly glass: string; readonly judgement: Judgement; readonly says: string }

/** A fact whose words cannot be read: what stands in clear is all that is left of it. */
export interface NeedWithheld {
  readonly type: 'words/withheld'
  readonly of: NeedFact['type']
  readonly words: 'forgotten' | 'missing'
}

export type NeedFactRead = NeedFact | NeedWithheld
