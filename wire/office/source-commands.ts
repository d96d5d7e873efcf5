import { sourceKeeping, type SourceCommand, type SourceOnFile, type SourceRefusal } from '../../core/intelligence/source.ts'
import type { SourceFact, SourceStanding } from '../../core/intelligence/source-facts.ts'
import type { HandlingFact } from '../../core/intelligence/source-handling.ts'
import type { UseTerms } from '../../core/intelligence/source-use.ts'
import type { CaseRole } from '../../core/kernel/access.ts'
import { never } from '../../core/kernel/defect.ts'
import type { ActorId } from '../../core/kernel/id.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import type { SourceAct, SourceRegistered } from './sources.ts'

/** What came of an act on a source: the fact to be kept, or the one reason why not. */
export type SourceActed = { readonly made: 'fact'; readonly fact: SourceFact } | { readonly made: 'refusal'; readonly refusal: SourceRefusal }

/** Who acts, when, and on which terms a use may be authorised. */
export interface SourceActContext {
  readonly by: ActorId
  readonly role: CaseRole
  readonly now: Instant
  readonly terms: UseTerms
}

const fact = (made: SourceFact): SourceActed => ({ made: 'fact', fact: made })

function decided(command: SourceCommand, source: SourceOnFile | null): SourceActed {
  const decision = sourceKeeping.decide(command, source)
  return decision.accepted ? fact(decision.facts[0]!) : { made: 'refusal', refusal: decision.refusal }
}

const standingOf = ({ protected: safe, underControl, age, kin }: Pick<SourceRegistered, 'protected' | 'underControl' | 'age' | 'kin'>): SourceStanding => ({ protected: safe, underControl, ...(age && { age }), ...(kin && { kin }) })

const chargeOf = ({ handler, controller }: Pick<SourceRegistered, 'handler' | 'controller'>) => ({ handler: handler as ActorId, controller: controller as ActorId })

/** The registration of a source, under the code name that was drawn. */
export const registeringFact = (sent: SourceRegistered, codeName: string): SourceActed =>
  decided({ type: 'source/registered', kind: sent.kind, codeName, ...standingOf(sent), ...chargeOf(sent) }, null)

/** That a source was asked to look at a site, or why they are not. */
export const taskingFact = (asked: { readonly task: string; readonly site: string; readonly says: string }, source: SourceOnFile | null, now: Instant): SourceActed =>
  decided({ type: 'source/tasked', ...asked, now }, source)

/** Acts of authority, decided on the version that whoever decides has seen. Everything else has happened already, and stopping never waits. */
const DETERMINATIONS: ReadonlySet<SourceAct['act']> = new Set<SourceAct['act']>(['give-charge', 'authorise', 'review-use', 'end'])
export const isSourceDetermination = ({ act }: Pick<SourceAct, 'act'>): boolean => DETERMINATIONS.has(act)

/** The fact that an act on a source comes to. Who a source is lies under one id of its own, that of the act which first said it. */
export function factOfSourceAct(act: SourceAct, context: SourceActContext, source: SourceOnFile): SourceActed {
  switch (act.act) {
    case 'identify': {
      const { name, goesBy, contact, says } = act.identity
      return fact({ type: 'source/identified', person: source.person ?? act.id, identity: { name, ...(goesBy !== undefined && { goesBy }), ...(contact !== undefined && { contact }), ...(says !== undefined && { says }) } })
    }
    case 'give-charge':
      return decided({ type: 'source/charge-given', ...chargeOf(act), because: act.because }, source)
    case 'note-standing':
      return fact({ type: 'source/standing-noted', ...standingOf(act), because: act.because })
    case 'judge-outcome':
      return fact({ type: 'source/outcome-judged', report: act.report, outcome: act.outcome, because: act.because })
    case 'authorise': {
      const { use, givenAt, until, conduct, because, risksExplained } = act
      return decided({ type: 'source/authorise', ...context, use, from: givenAt ?? context.now, ...(until !== undefined && { until }), conduct, because, risksExplained }, source)
    }
    case 'review-use':
      return decided({ type: 'source/review-use', ...context, says: act.says }, source)
    case 'cancel-use':
      return fact({ type: 'source/use-cancelled', because: act.because })
    case 'end':
      return decided({ type: 'source/ended', ground: act.ground, says: act.says }, source)
    case 'note-authority':
    case 'note-information':
    case 'note-recruitment':
    case 'note-risk':
    case 'note-welfare':
    case 'record-benefit':
    case 'record-contact':
      return fact(handlingFact(act, context.by))
  }
}

type HandlingAct = Exclude<SourceAct, { readonly act: 'identify' | 'give-charge' | 'note-standing' | 'judge-outcome' | 'authorise' | 'review-use' | 'cancel-use' | 'end' }>

/** What happened between a source and those who answer for them, as it was told. */
function handlingFact(act: HandlingAct, by: ActorId): HandlingFact {
  switch (act.act) {
    case 'note-recruitment':
      return { type: 'source/recruited', at: act.at, by: act.by as ActorId, says: act.says }
    case 'note-authority':
      return { type: 'source/authority-noted', authority: act.authority, knownThereAs: act.knownThereAs }
    case 'note-risk':
      return { type: 'source/risk-noted', risk: act.risk, says: act.says, ...(act.reviewBy !== undefined && { reviewBy: act.reviewBy }) }
    case 'note-welfare':
      return { type: 'source/welfare-noted', says: act.says, done: act.done }
    case 'record-contact': {
      const { at, how, where, nextBy, says } = act
      return { type: 'source/contact-made', at, with: (act.with ?? by) as ActorId, says, ...(how && { how }), ...(where !== undefined && { where }), ...(nextBy !== undefined && { nextBy }) }
    }
    case 'note-information':
      return { type: 'source/information-noted', report: act.report ?? null, says: act.says, passedOn: act.passedOn ?? null }
    case 'record-benefit':
      return { type: 'source/benefit-given', at: act.at, what: act.what, money: act.money ?? null, decidedBy: act.decidedBy as ActorId, because: act.because }
    default:
      return never(act)
  }
}
