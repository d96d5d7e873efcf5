import { labelThatForbids, mayBeGroundFor, narrowestSharing } from '../intelligence/handling-reach.ts'
import { PERMITTED_ACTIONS, SHARING_LABELS, type SharingLabel } from '../intelligence/handling.ts'
import { accept, refuse, type Decision } from '../kernel/decider.ts'
import type { ActorId } from '../kernel/id.ts'
import { isoOf } from '../kernel/instant.ts'
import { openFindings } from './answer-exposure.ts'
import { kindAt, timeAt } from './coarsen.ts'
import { DANGER_TO_LIFE } from './legal-basis.ts'
import { wrongIn, type PrepareShareRefusal } from './prepare-share.ts'
import { mayBeAsked, mayHoldContent, noticedBy } from './receiving.ts'
import type { Left, Passed, ShareFact } from './share-facts.ts'
import { namedIn, reportsBehind, type ShareGrounds } from './share-grounds.ts'
import { stillHolds, type ShareOnFile } from './share.ts'
import { voicesOf } from './voices.ts'

export type ReleaseShareRefusal =
  | PrepareShareRefusal
  | { readonly code: 'share/nothing-waits' }
  | { readonly code: 'share/own-share' }
  | { readonly code: 'share/receiver-may-not-hold' }
  | { readonly code: 'share/partner-and-enforcement' }
  | { readonly code: 'share/handling-forbids'; readonly label: SharingLabel }
  | { readonly code: 'share/marked-too-widely'; readonly label: SharingLabel }
  | { readonly code: 'share/would-be-noticed' }
  | { readonly code: 'share/names-a-source'; readonly names?: readonly string[] }
  | { readonly code: 'share/findings-open'; readonly facts: readonly string[] }
  | { readonly code: 'share/delayed'; readonly until: string }
  | { readonly code: 'share/no-emergency' }
  | { readonly code: 'share/two-not-told' }
  | { readonly code: 'share/told-may-not-review' }

type Obstacles = readonly (ReleaseShareRefusal | null | false)[]

/** Letting something go: never by anybody who wrote in it, and not while anything stands in its way. */
export function releaseShare(share: ShareOnFile, grounds: ShareGrounds): Decision<ShareFact, ReleaseShareRefusal> {
  const [obstacle] = standingInTheWay(share, grounds)
  if (obstacle) return refuse(obstacle)
  return share.draft ? accept({ type: 'share/released', left: leaving(share.draft.passed, grounds), knownAt: grounds.now }) : refuse({ code: 'share/nothing-waits' })
}

/** Everything that keeps somebody from letting it go; the page asks the same to say why its button is off. */
export function standingInTheWay(share: ShareOnFile, grounds: ShareGrounds): readonly ReleaseShareRefusal[] {
  if (!share.draft) return [{ code: 'share/nothing-waits' }]
  return [...standing(whoeverLetsGo(share, grounds)), ...standing(untouchable(share, share.draft.passed, grounds)), ...standing(weighed(share, share.draft.passed, grounds))]
}

const standing = (obstacles: Obstacles): readonly ReleaseShareRefusal[] => obstacles.filter((obstacle) => obstacle !== null && obstacle !== false)

const whoeverLetsGo = ({ draft }: ShareOnFile, { by }: ShareGrounds): Obstacles => [draft !== null && draft.writers.includes(by) && { code: 'share/own-share' }]

/** What nothing overrides, not even danger to life: whom it may go to, what may be asked of them, and the words of a source. */
function untouchable({ to, content, asks, inWriting, purpose, conditions }: ShareOnFile, passed: Passed, grounds: ShareGrounds): Obstacles {
  const named = namedIn([passed.says, purpose, conditions, ...passed.facts.map(({ says }) => says)].join('\n'), grounds)
  const theirs = named.flatMap(({ name, of }) => (of !== null && grounds.answersFor.has(of) ? [name] : []))
  return [
    wrongIn(passed, inWriting, grounds.reports),
    !mayHoldContent(to.organisation.kind, content, passed.facts.map(({ about }) => about)) && { code: 'share/receiver-may-not-hold' },
    !mayBeAsked(to.organisation.kind, asks) && { code: 'share/partner-and-enforcement' },
    named.length > 0 && { code: 'share/names-a-source', ...(theirs.length > 0 && { names: theirs }) },
  ]
}

/** What danger to life outweighs, and what somebody looks at afterwards: the labels, and what may give a source away. */
function weighed(share: ShareOnFile, { facts }: Passed, grounds: ShareGrounds): Obstacles {
  const { to, marking, asks } = share
  const behind = reportsBehind(facts, grounds.reports)
  const label = labelThatForbids([...behind, { handling: marking }], { organisation: 'another', audience: to.audience, named: to.named.length })
  const { draft } = share
  const delays = (draft?.answers ?? []).flatMap((answer) => (draft && answer.how === 'delayed' && answer.until > grounds.now && stillHolds(answer, draft) && facts.some(({ id }) => id === answer.fact) ? [answer.until] : []))
  const open = openFindings(share, grounds)
  return [
    label !== null && { code: 'share/handling-forbids', label },
    isWiderThan(marking.sharing, narrowestSharing(behind)) && { code: 'share/marked-too-widely', label: narrowestSharing(behind) },
    (!mayBeGroundFor(behind, noticedBy(asks)) || behind.some(({ handling }) => allowsMore(marking.action, handling.action))) && { code: 'share/would-be-noticed' },
    open.length > 0 && { code: 'share/findings-open', facts: open.map(({ fact }) => fact) },
    delays.length > 0 && { code: 'share/delayed', until: isoOf(Math.max(...delays) as typeof grounds.now) },
  ]
}

const isWiderThan = (one: SharingLabel, other: SharingLabel): boolean => SHARING_LABELS.indexOf(one) > SHARING_LABELS.indexOf(other)
const allowsMore = (one: ShareOnFile['marking']['action'], other: ShareOnFile['marking']['action'] | undefined): boolean => PERMITTED_ACTIONS.indexOf(one) > PERMITTED_ACTIONS.indexOf(other ?? PERMITTED_ACTIONS[0])

/** Why something leaves before two have looked at it, and who is told. */
export interface AtOnce {
  readonly because: string
  readonly told: readonly ActorId[]
  /** Those of them who could look at it afterwards. */
  readonly mayReview: ReadonlySet<ActorId>
}

/**
 * Letting an assessment go at once, by one person, where somebody's life is in danger.
 *
 * What would have stood in the way is kept beside it and looked at afterwards by somebody else; two are told, each of whom could be the one who looks.
 * Source: 28 CFR 23.20(f)(2); enforcement-side 1.5, 23-7.
 */
export function releaseAtOnce({ because, told, mayReview }: AtOnce, share: ShareOnFile, grounds: ShareGrounds): Decision<ShareFact, ReleaseShareRefusal> {
  if (!share.draft) return refuse({ code: 'share/nothing-waits' })
  const { passed } = share.draft
  if (share.content !== 'assessment' || !passed.facts.every(({ basis }) => DANGER_TO_LIFE.has(basis))) return refuse({ code: 'share/no-emergency' })
  const others = new Set(told.filter((who) => who !== grounds.by))
  if (others.size < 2) return refuse({ code: 'share/two-not-told' })
  if (![...others].every((who) => mayReview.has(who))) return refuse({ code: 'share/told-may-not-review' })
  const [obstacle] = standing(untouchable(share, passed, grounds))
  if (obstacle) return refuse(obstacle)
  const passedOver = standing(weighed(share, passed, grounds)).map(({ code }) => code)
  return accept({ type: 'share/released-at-once', left: leaving(passed, grounds), knownAt: grounds.now, because, told, passedOver })
}

/** What whoever receives it reads: told as coarsely as was decided, and nothing that leads back into the file. */
export function leaving({ says, facts }: Passed, { reports }: Pick<ShareGrounds, 'reports'>): Left {
  const voices = voicesOf(reports)
  return {
    says,
    facts: facts.map(({ says: told, about, restsOn, tells, controller, basis }) => {
      const first = voices.behind(restsOn).map(({ report }) => report).toSorted((a, b) => a.observedAt - b.observedAt)[0]
      return { says: told, about, from: first ? kindAt(first.kind, tells.kind) : null, seen: first ? timeAt(first.observedAt, tells.time) : null, controller: controller.id, basis }
    }),
  }
}
