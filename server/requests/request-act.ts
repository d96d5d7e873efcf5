import type { Context } from 'hono'
import { foldRequest, type RequestFactRead, type RequestOnFile } from '../../core/rights/request.ts'
import { fileRequestFact, readRequestFact, requestStream } from '../../wire/filing/request-filing.ts'
import { factOfRequestAct, isRequestDetermination, receivingFact } from '../../wire/office/requests-commands.ts'
import type { RequestAct, RequestReceivedSent } from '../../wire/office/requests.ts'
import { actOnFile, type Before, type Decided } from '../case/act-on-file.ts'
import { answerAct, refuseLook, versionDecidedOn } from '../case/answers.ts'
import type { CaseDesk } from '../case/case-desk.ts'
import { fileOnce } from '../case/record.ts'
import { refuseDomain } from '../case/refuse-domain.ts'
import type { SignedIn } from '../session/sessions.ts'
import { isHeld } from './held.ts'
import { clockOf } from './request-answers.ts'
import { controllers, kindOf, lookHere, RIGHTS_POLICY } from './request-desk.ts'

/** Takes a request in, at the organisation of whoever takes it; whoever could not answer it there does not take it. */
export async function takeRequest(c: Context, desk: CaseDesk, who: SignedIn, asked: RequestReceivedSent): Promise<Response> {
  const { id, occurredAt } = asked
  const paper = { kind: 'request', id, organisation: who.organisation.id, to: null } as const
  if (desk.rights.onPaper(who, 'answer-request', paper, lookHere(who)).allowed === 'no') return refuseLook(desk, 'access/not-permitted')
  const made = receivingFact(asked, who.organisation.id)
  if (made.made === 'refusal') return refuseDomain(desk, made.refusal)
  const stream = requestStream(id)
  const answer = await fileOnce(desk, { who, id, stream, occurredAt }, () => fileRequestFact(id, made.fact), [{ stream, version: 0 }])
  if (answer.accepted) desk.changes.nudge()
  return answerAct(c, desk, answer, 201)
}

/** Records what became of a request, or decides how it is answered. */
export async function actOnRequest(c: Context, desk: CaseDesk, who: SignedIn, id: string, act: RequestAct): Promise<Response> {
  const isDecided = isRequestDetermination(act)
  const decidedOn = isDecided ? versionDecidedOn(c, desk) : null
  if (decidedOn && !decidedOn.accepted) return decidedOn.response
  const known = await controllers(desk)
  const decide = async ({ file, now }: Before<RequestFactRead>): Promise<Decided> => {
    const request = foldRequest(file.entries)?.request ?? null
    if (!request) return { accepted: false, response: refuseLook(desk, 'access/no-such-file') }
    if (act.act === 'restrict' && !(await readsFile(desk, who, act.file))) return { accepted: false, response: refuseLook(desk, 'access/no-such-file') }
    const sent = await asLookedUp(desk, act, request)
    const acted = factOfRequestAct(sent, { request, now, clock: clockOf(request, kindOf(known, request.asked.organisation, who), RIGHTS_POLICY) })
    if (acted.made === 'refusal') return { accepted: false, response: refuseDomain(desk, acted.refusal) }
    return { accepted: true, toFile: { fact: fileRequestFact(id, acted.fact), occurredAt: isDecided ? now : (act.occurredAt ?? now) } }
  }
  const looking = { who, stream: requestStream(id), look: lookHere(who), action: 'answer-request' } as const
  return actOnFile<RequestFactRead>(c, desk, { looking, id: act.id, version: decidedOn?.version ?? null, read: readRequestFact, decide })
}

/** A restriction marks a file for everybody who reads it, so only somebody who may read it sets one; and learns by trying no more than that there is none. */
const readsFile = async ({ gate }: CaseDesk, who: SignedIn, file: string): Promise<boolean> => (await gate.admit(who, file, lookHere(who))).accepted

/** A legal hold that stands on a file noted for the person is a hold, whatever the clerk found. */
async function asLookedUp(desk: CaseDesk, act: RequestAct, { asked, holdings }: RequestOnFile): Promise<RequestAct> {
  if (act.act !== 'answer' || asked.wants !== 'erase') return act
  return (await isHeld(desk, holdings, asked.organisation)) ? { ...act, hold: 'stands' } : act
}
