import type { Context } from 'hono'
import type { ActorId } from '../../core/kernel/id.ts'
import { decideNeed, foldNeed } from '../../core/need-to-know/need.ts'
import type { NeedFact } from '../../core/need-to-know/need-facts.ts'
import { fileNeedFact, needStream } from '../../wire/filing/need-filing.ts'
import type { NeedAct } from '../../wire/office/need.ts'
import { versionDecidedOn, refuseLook, refuseAppend, refuseStale, recordedOf, answerAct } from '../case/answers.ts'
import type { CaseWorker } from '../case/caller.ts'
import type { CaseDesk } from '../case/case-desk.ts'
import { fileOnce } from '../case/record.ts'
import { refuseDomain } from '../case/refuse-domain.ts'
import { refuse } from '../http/problem.ts'
import { standingsThatRead } from '../rights/in-reach.ts'
import { askerOf } from './asker-of.ts'
import { openNeed } from './need-file.ts'

const factOf = (act: NeedAct): Exclude<NeedFact, { type: 'need/glass-broken' }> => {
  if (act.act === 'set-reach') return { type: 'need/reach-set', reach: act.reach, because: act.because }
  return { type: act.act === 'name' ? 'need/given' : 'need/ended', person: act.person as ActorId, because: act.because }
}

/** Says who needs to know a file, or no longer does, on the version that was read. */
export async function actOnNeed(c: Context, desk: CaseDesk, who: CaseWorker, file: string, act: NeedAct): Promise<Response> {
  const decidedOn = versionDecidedOn(c, desk)
  if (!decidedOn.accepted) return decidedOn.response
  const opening = await openNeed(desk, who, file, 'name')
  if (!opening.accepted) return refuseLook(desk, opening.code)
  const held = opening.file.entries.find(({ id }) => id === act.id)
  if (!held && decidedOn.version !== opening.file.version) {
    const meanwhile = opening.file.entries.filter(({ version }) => version > decidedOn.version).map((entry) => recordedOf(entry))
    return refuseStale(desk, { expected: decidedOn.version, found: opening.file.version, meanwhile })
  }
  const fact = factOf(act)
  const refused = held ? null : await refuseNaming(desk, file, act)
  if (refused) return refused
  const before = held ? foldNeed(opening.file.entries.filter((entry) => entry.version < held.version)) : opening.need
  const decision = decideNeed(fact, before, who.id)
  if (!decision.accepted) return refuseDomain(desk, decision.refusal)
  const stream = needStream(file)
  const answer = await fileOnce(desk, { who, id: act.id, stream }, () => fileNeedFact(file, fact), held ? [] : [{ stream, version: opening.file.version }])
  if (!answer.accepted) return refuseAppend(desk, answer.refusal)
  desk.changes.nudge()
  return answerAct(c, desk, answer)
}

/** Nobody is named who does not work here, or whom the policies would never let read a file of this kind. */
async function refuseNaming(desk: CaseDesk, file: string, act: NeedAct): Promise<Response | null> {
  if (act.act !== 'name') return null
  const person = await askerOf(desk, act.person)
  if (person === null) return refuse(desk.speak, { code: 'need/not-a-colleague', detail: 'Nobody who works on cases here has this id.', expected: 'GET /api/colleagues' })
  const reads = standingsThatRead(desk.rights, person, file.split('/', 1)[0] as 'site').some(({ relation, whose }) => relation === 'named' && whose === 'own')
  return reads ? null : refuse(desk.speak, { code: 'need/never-reads', detail: 'The policies let nobody of this role and organisation read such a file. What they need is passed on to them.' })
}

