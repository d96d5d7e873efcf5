import type { Context } from 'hono'
import { decideNeed, foldNeed } from '../../core/need-to-know/need.ts'
import { fileNeedFact, needStream, readNeedFact } from '../../wire/filing/need-filing.ts'
import type { GlassReview } from '../../wire/office/need.ts'
import { answerAct, refuseLook } from '../case/answers.ts'
import type { CaseWorker } from '../case/caller.ts'
import type { CaseDesk } from '../case/case-desk.ts'
import { asRead } from '../case/open-file.ts'
import { fileOnce } from '../case/record.ts'
import { refuseDomain } from '../case/refuse-domain.ts'
import { fileOfGlass } from './glass.ts'

/** Says of a broken glass that it was right, or wrong, by somebody else than whoever broke it. */
export async function reviewGlass(c: Context, desk: CaseDesk, who: CaseWorker, glass: string, { id, judgement, says }: GlassReview): Promise<Response> {
  const file = await fileOfGlass(desk, glass)
  if (file === null) return refuseLook(desk, 'access/no-such-file')
  const stream = needStream(file)
  const admitted = await desk.gate.admit(who, stream, who.look)
  if (!admitted.accepted) return refuseLook(desk, admitted.code)
  const entries = asRead(await desk.cases.sealed.read(admitted.access), admitted.access, readNeedFact).entries
  const fact = { type: 'need/glass-reviewed', glass, judgement, says } as const
  const held = entries.find((entry) => entry.id === id)
  const decision = decideNeed(fact, foldNeed(entries.filter(({ version }) => version < (held?.version ?? Infinity))), who.id)
  if (!decision.accepted) return refuseDomain(desk, decision.refusal)
  const answer = await fileOnce(desk, { who, id, stream }, () => fileNeedFact(file, fact), held ? [] : [{ stream, version: entries.at(-1)?.version ?? 0 }])
  if (answer.accepted) desk.changes.nudge()
  return answerAct(c, desk, answer)
}
