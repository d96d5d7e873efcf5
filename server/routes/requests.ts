import { Hono } from 'hono'
import { foldRequest, type RequestFactRead } from '../../core/rights/request.ts'
import { readRequestFact, requestStream } from '../../wire/filing/request-filing.ts'
import { ContestedQueryShape } from '../../wire/office/requests-holdings.ts'
import { RequestActShape, RequestReceivedShape, RequestsQueryShape } from '../../wire/office/requests.ts'
import { refuseLook, tagOf } from '../case/answers.ts'
import { lookIn } from '../case/caller.ts'
import type { CaseDesk } from '../case/case-desk.ts'
import { namesOf } from '../case/names.ts'
import { openFile, type Opening } from '../case/open-file.ts'
import { askedAfterMark, askedIn } from '../http/asked.ts'
import { contestedFile } from '../requests/contested.ts'
import { holdingsOf } from '../requests/holdings.ts'
import { actOnRequest, takeRequest } from '../requests/request-act.ts'
import { requestAnswer } from '../requests/request-answers.ts'
import { controllers, kindOf, lookHere, RIGHTS_POLICY } from '../requests/request-desk.ts'
import { requestList } from '../requests/request-list.ts'
import { mayDo } from '../rights/may-do.ts'
import type { SignedIn } from '../session/sessions.ts'
import { signedIn, type OfficeEnv } from '../session/signed-in.ts'
import { askFreshProof } from '../session/step-up.ts'

/** The rights desk: people in the files ask what is held of them, correct it, have it restricted, and complain. */
export function requestRoutes(desk: CaseDesk): Hono<OfficeEnv> {
  const routes = new Hono<OfficeEnv>()
  const { speak } = desk
  const atTheDesk = mayDo(desk, 'take-requests')
  const open = (who: SignedIn, id: string): Promise<Opening<RequestFactRead>> => openFile(desk, { who, stream: requestStream(id), look: lookHere(who) }, readRequestFact)

  routes.get('/api/requests', atTheDesk, async (c) => {
    const asked = askedAfterMark(c, speak, RequestsQueryShape)
    return asked.accepted ? c.json(await requestList(desk, c.get('person'), asked.value.which ?? 'open')) : asked.response
  })

  routes.post('/api/requests', atTheDesk, async (c) => {
    const asked = await askedIn(c, speak, () => RequestReceivedShape)
    return asked.accepted ? takeRequest(c, desk, c.get('person'), asked.value) : asked.response
  })

  routes.get('/api/requests/:id', atTheDesk, async (c) => {
    const [who, id] = [c.get('person'), c.req.param('id')]
    const opening = await open(who, id)
    if (!opening.accepted) return refuseLook(desk, opening.code)
    const { entries, version } = opening.file
    const organisation = foldRequest(entries)?.request.asked.organisation ?? who.organisation.id
    const names = await namesOf(desk, entries.map(({ by }) => by))
    const answer = requestAnswer(entries, { id, kind: kindOf(await controllers(desk), organisation, who), policy: RIGHTS_POLICY, now: desk.now(), names })
    return answer ? c.json(answer, 200, { etag: tagOf(version) }) : refuseLook(desk, 'access/no-such-file')
  })

  routes.get('/api/requests/:id/holdings', atTheDesk, async (c) => {
    const [who, id] = [c.get('person'), c.req.param('id')]
    const opening = await open(who, id)
    if (!opening.accepted) return refuseLook(desk, opening.code)
    const file = foldRequest(opening.file.entries)
    return file ? c.json(await holdingsOf(desk, who, id, file.request)) : refuseLook(desk, 'access/no-such-file')
  })

  routes.post('/api/requests/:id/acts', atTheDesk, async (c) => {
    const asked = await askedIn(c, speak, () => RequestActShape)
    if (!asked.accepted) return asked.response
    return (await askFreshProof(desk, c.var, `request/${asked.value.act}`)) ?? actOnRequest(c, desk, c.get('person'), c.req.param('id'), asked.value)
  })

  routes.get('/api/contested', signedIn(desk), async (c) => {
    const asked = askedAfterMark(c, speak, ContestedQueryShape)
    if (!asked.accepted) return asked.response
    const look = lookIn(c)
    if (look === null) return refuseLook(desk, 'access/no-purpose')
    const admitted = await desk.gate.admit(c.get('person'), asked.value.file, look)
    return admitted.accepted ? c.json(await contestedFile(desk, asked.value.file)) : refuseLook(desk, admitted.code)
  })
  return routes
}
