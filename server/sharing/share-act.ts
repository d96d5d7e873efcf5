import type { Context } from 'hono'
import type { Look } from '../../core/kernel/access.ts'
import type { Decision } from '../../core/kernel/decider.ts'
import { never } from '../../core/kernel/defect.ts'
import type { ActorId } from '../../core/kernel/id.ts'
import { afterRelease } from '../../core/sharing/after-release.ts'
import { answerExposure } from '../../core/sharing/answer-exposure.ts'
import { releaseAtOnce, releaseShare } from '../../core/sharing/release-share.ts'
import type { ExposureAnswer, ShareFact } from '../../core/sharing/share-facts.ts'
import type { ShareGrounds } from '../../core/sharing/share-grounds.ts'
import type { ShareFactRead, ShareOnFile } from '../../core/sharing/share.ts'
import type { Refusal } from '../../core/refusals.ts'
import { fileShareFact, readShareFact, shareStream } from '../../wire/filing/share-filing.ts'
import type { ReceivedAct, ShareAct } from '../../wire/office/shares-acts.ts'
import { actOnFile, type Before, type Decided } from '../case/act-on-file.ts'
import { refuseLook, versionDecidedOn } from '../case/answers.ts'
import type { CaseDesk } from '../case/case-desk.ts'
import { refuseDomain } from '../case/refuse-domain.ts'
import type { SignedIn } from '../session/sessions.ts'
import { openGrounds, overseenBy } from './grounds.ts'
import { noSuchOrganisation, organisationsOf, passedOf } from './prepare.ts'
import { whoMayReview } from './reviewers.ts'
import { seenFrom, type Side } from './share-file.ts'

/** Who does it, why they look, and with which share. */
export interface ActingOn {
  readonly who: SignedIn
  readonly look: Look
  readonly id: string
}

const no = (response: Response): Decided => ({ accepted: false, response })

/** What those who pass something on do with it, decided on the version they read. Calling back asks nothing of the file it came from. */
export async function actOnShare(c: Context, desk: CaseDesk, on: ActingOn, act: ShareAct): Promise<Response> {
  const { who, look, id } = on
  const decidedOn = versionDecidedOn(c, desk)
  if (!decidedOn.accepted) return decidedOn.response
  if (act.act === 'recall') {
    const admitted = await desk.gate.admit(who, shareStream(id), look, 'recall')
    if (!admitted.accepted) return refuseLook(desk, admitted.code)
  }
  const decide = deciding(desk, { ...on, act, side: 'giver' }, async (share, { now }) => {
    if (act.act === 'recall') return filed(desk, id, now, afterRelease({ type: 'share/recalled', ground: act.ground, says: act.says }, share, { by: who.id, reports: [] }))
    const opened = await openGrounds(desk, { who, look, file: share.file, now })
    if (!opened.accepted) return no(refuseLook(desk, opened.code))
    const decision = await decidedBy(desk, { who, look, act, share, grounds: opened.grounds })
    return decision ? filed(desk, id, now, decision, [{ stream: share.file, version: opened.version }]) : no(noSuchOrganisation(desk))
  })
  return actOnFile<ShareFactRead>(c, desk, { looking: { who, stream: shareStream(id), look }, id: act.id, version: decidedOn.version, read: readShareFact, decide })
}

/** An act on something passed on, by whom and what for, and what it is decided on. */
interface ToDecide {
  readonly who: SignedIn
  readonly look: Look
  readonly act: Exclude<ShareAct, { act: 'recall' }>
  readonly share: ShareOnFile
  readonly grounds: ShareGrounds
}

/** Null where somebody is to answer for data who is not here. */
async function decidedBy(desk: CaseDesk, { who, look, act, share, grounds }: ToDecide): Promise<Decision<ShareFact, Refusal> | null> {
  switch (act.act) {
    case 'check':
      return answerExposure({ answers: act.answers as readonly ExposureAnswer[], says: act.says, oversees: await overseenBy(desk, who, share.draft?.passed.facts ?? [], grounds) }, share, grounds)
    case 'release':
      return releaseShare(share, grounds)
    case 'release-at-once':
      return releaseAtOnce({ because: act.because, told: act.told as readonly string[] as readonly ActorId[], mayReview: await whoMayReview(desk, { who, look, file: share.file, told: act.told }) }, share, grounds)
    case 'review':
      return afterRelease({ type: 'share/reviewed', says: act.says }, share, { by: who.id, reports: grounds.reports })
    case 'correct': {
      const passed = passedOf(act.passed, await organisationsOf(desk))
      return passed && afterRelease({ type: 'share/corrected', passed, because: act.because }, share, { by: who.id, reports: grounds.reports })
    }
    default:
      return never(act)
  }
}

/** What those who received something do with it. It is kept whatever happened meanwhile. */
export async function actOnReceived(c: Context, desk: CaseDesk, on: ActingOn, act: ReceivedAct): Promise<Response> {
  const { who, look, id } = on
  const admitted = await desk.gate.admit(who, shareStream(id), look, 'acknowledge')
  if (!admitted.accepted) return refuseLook(desk, admitted.code)
  const command = act.act === 'acknowledge' ? ({ type: 'share/acknowledged', edition: act.edition } as const) : ({ type: 'share/recall-acknowledged', outcome: act.outcome, because: act.because } as const)
  const decide = deciding(desk, { ...on, act, side: 'receiver' }, (share, { now }) => filed(desk, id, act.occurredAt ?? now, afterRelease(command, share, { by: who.id, reports: [] })))
  return actOnFile<ShareFactRead>(c, desk, { looking: { who, stream: shareStream(id), look }, id: act.id, version: null, read: readShareFact, decide })
}

const MADE: Readonly<Record<ShareAct['act'] | ReceivedAct['act'], ShareFact['type']>> = {
  check: 'share/checked', release: 'share/released', 'release-at-once': 'share/released-at-once', review: 'share/reviewed', recall: 'share/recalled', correct: 'share/corrected',
  acknowledge: 'share/acknowledged', 'acknowledge-recall': 'share/recall-acknowledged',
}

/** Whether a fact that is held is what an act comes to: of its kind, and with every word and code that both of them name. */
const isToldBy = (act: ShareAct | ReceivedAct, fact: ShareFact): boolean =>
  MADE[act.act] === fact.type && Object.entries(act).every(([name, value]) => typeof value === 'object' || !Object.hasOwn(fact, name) || (fact as unknown as Readonly<Record<string, unknown>>)[name] === value)

type Deciding = (share: ShareOnFile, before: Before<ShareFactRead>) => Promise<Decided> | Decided

/** Decides from one side alone. An act that is held already is the act it was, however the file it came from has moved since. */
const deciding = (desk: CaseDesk, { who, id, act, side }: ActingOn & { readonly act: ShareAct | ReceivedAct; readonly side: Side }, decide: Deciding) => async (before: Before<ShareFactRead>): Promise<Decided> => {
  const share = seenFrom(before.file.entries, who, side)
  if (!share) return no(refuseLook(desk, 'access/no-such-file'))
  const { held } = before
  if (held && held.by === who.id && held.fact.type !== 'words/withheld' && isToldBy(act, held.fact)) return { accepted: true, toFile: { fact: fileShareFact(id, held.fact), occurredAt: held.occurredAt } }
  return decide(share, before)
}

const filed = (desk: CaseDesk, id: string, occurredAt: Before<ShareFactRead>['now'], decision: Decision<ShareFact, Refusal>, expected: NonNullable<Extract<Decided, { accepted: true }>['toFile']['expected']> = []): Decided => {
  const [fact] = decision.accepted ? decision.facts : []
  return decision.accepted && fact ? { accepted: true, toFile: { fact: fileShareFact(id, fact), occurredAt, expected } } : no(refuseDomain(desk, (decision as { readonly refusal: Refusal }).refusal))
}
