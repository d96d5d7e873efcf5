import { Hono } from 'hono'
import { readSourceFact, sourceStream } from '../../wire/filing/source-filing.ts'
import { LINES_ON_A_PAGE, PageQueryShape } from '../../wire/office/listing.ts'
import { SourceActShape, SourceRegisteredShape } from '../../wire/office/sources.ts'
import { refuseLook, tagOf } from '../case/answers.ts'
import { caseWorker, notForRole, type CaseEnv } from '../case/caller.ts'
import type { CaseDesk } from '../case/case-desk.ts'
import { noSuchCursor } from '../case/cursor.ts'
import { namesOf } from '../case/names.ts'
import { openFile } from '../case/open-file.ts'
import { askedAfterMark, askedIn } from '../http/asked.ts'
import { actOnSource, registerSource } from '../sources/source-act.ts'
import { peopleInSource, sourceAnswer } from '../sources/source-answers.ts'
import { pageOfSources, placeOfSources } from '../sources/source-list.ts'

const streamOf = (id: string | undefined): string => sourceStream(id ?? '')
const WRITERS = ['analyst', 'planner'] as const

/** The register of sources: who may be asked, who answers for them, and what became of what they said. */
export function sourceRoutes(desk: CaseDesk): Hono<CaseEnv> {
  const routes = new Hono<CaseEnv>()
  const { speak } = desk
  const anybody = caseWorker(desk)
  const onSource = caseWorker(desk, streamOf)

  routes.get('/api/sources', anybody, async (c) => {
    const asked = askedAfterMark(c, speak, PageQueryShape)
    if (!asked.accepted) return asked.response
    const { cursor, limit = LINES_ON_A_PAGE } = asked.value
    const after = cursor === undefined ? null : placeOfSources(cursor)
    if (cursor !== undefined && after === null) return noSuchCursor(speak)
    return c.json(await pageOfSources(desk, c.get('worker'), { after, limit }))
  })

  routes.post('/api/sources', anybody, async (c) => {
    const asked = await askedIn(c, speak, () => SourceRegisteredShape)
    if (!asked.accepted) return asked.response
    const who = c.get('worker')
    return who.role === 'authorising-officer' ? notForRole(desk, who, WRITERS) : registerSource(c, desk, who, asked.value)
  })

  routes.get('/api/sources/:id', onSource, async (c) => {
    const [who, id] = [c.get('worker'), c.req.param('id')]
    const opening = await openFile(desk, { who, stream: streamOf(id), look: 'assessment' }, readSourceFact)
    if (!opening.accepted) return refuseLook(desk, opening.code)
    const { entries, version } = opening.file
    const { inForce: { certainty: policy } } = await desk.policy()
    const answer = sourceAnswer(id, entries, { policy, now: desk.now(), reader: who.id, names: await namesOf(desk, peopleInSource(entries)) })
    return answer ? c.json(answer, 200, { etag: tagOf(version) }) : refuseLook(desk, 'access/no-such-file')
  })

  routes.post('/api/sources/:id/acts', onSource, async (c) => {
    const asked = await askedIn(c, speak, () => SourceActShape)
    if (!asked.accepted) return asked.response
    const who = c.get('worker')
    return who.role === 'authorising-officer' ? notForRole(desk, who, WRITERS) : actOnSource(c, desk, who, c.req.param('id'), asked.value)
  })
  return routes
}
