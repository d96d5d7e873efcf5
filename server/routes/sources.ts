import { Hono } from 'hono'
import { foldSource } from '../../core/intelligence/source.ts'
import { sightOf } from '../../core/intelligence/source-sight.ts'
import { readSourceFact, sourceStream } from '../../wire/filing/source-filing.ts'
import { LINES_ON_A_PAGE, PageQueryShape } from '../../wire/office/listing.ts'
import { LOOKS_ON_A_PAGE, LooksQueryShape } from '../../wire/office/looks.ts'
import { SourceActShape, SourceRegisteredShape } from '../../wire/office/sources.ts'
import { pageOfLooks } from '../access-log.ts'
import { refuseLook, tagOf } from '../case/answers.ts'
import { caseWorker, type CaseEnv } from '../case/caller.ts'
import type { CaseDesk } from '../case/case-desk.ts'
import { noSuchCursor } from '../case/cursor.ts'
import { namesOf } from '../case/names.ts'
import { openFile } from '../case/open-file.ts'
import { askedAfterMark, askedIn } from '../http/asked.ts'
import { notPermitted } from '../rights/may-do.ts'
import { askFreshProof } from '../session/step-up.ts'
import { readersOf } from '../sources/register.ts'
import { actOnSource, registerSource, TERMS } from '../sources/source-act.ts'
import { peopleInSource, sourceAnswer } from '../sources/source-answers.ts'
import { pageOfSources, placeOfSources } from '../sources/source-list.ts'

/** Who is told who looked, and whether also at which moments a site was opened that rests on them; nobody is who sees an outline or less. */
const WEIGHING_FOR = { whole: 'told', handling: 'told', authority: 'left-out', outline: null, veiled: null } as const

const streamOf = (id: string | undefined): string => sourceStream(id ?? '')

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
    return (await notPermitted(desk, c, 'register-source')) ?? registerSource(c, desk, c.get('worker'), asked.value)
  })

  routes.get('/api/sources/:id', onSource, async (c) => {
    const [who, id] = [c.get('worker'), c.req.param('id')]
    const opening = await openFile(desk, { who, stream: streamOf(id), look: who.look }, readSourceFact)
    if (!opening.accepted) return refuseLook(desk, opening.code)
    const { entries, version } = opening.file
    const { inForce: { certainty: policy } } = await desk.policy()
    const readerOf = await readersOf(desk, { who, ids: [id], look: who.look }, 'in-a-file')
    const answer = sourceAnswer(id, entries, { reader: readerOf(id), policy, now: desk.now(), terms: TERMS })
    if (!answer) return refuseLook(desk, 'access/no-such-file')
    return c.json({ ...answer, names: await namesOf(desk, peopleInSource(answer)) }, 200, answer.version === null ? {} : { etag: tagOf(version) })
  })

  routes.post('/api/sources/:id/acts', onSource, async (c) => {
    const asked = await askedIn(c, speak, () => SourceActShape)
    if (!asked.accepted) return asked.response
    return (await askFreshProof(desk, c.var, `source/${asked.value.act}`)) ?? actOnSource(c, desk, c.get('worker'), c.req.param('id'), asked.value)
  })

  routes.get('/api/sources/:id/looks', onSource, async (c) => {
    const asked = askedAfterMark(c, speak, LooksQueryShape.omit({ stream: true }))
    if (!asked.accepted) return asked.response
    const { limit = LOOKS_ON_A_PAGE, cursor } = asked.value
    const [who, stream] = [c.get('worker'), streamOf(c.req.param('id'))]
    const opening = await openFile(desk, { who, stream, look: who.look }, readSourceFact)
    if (!opening.accepted) return refuseLook(desk, opening.code)
    const readerOf = await readersOf(desk, { who, ids: [c.req.param('id')], look: who.look }, 'in-a-file')
    const known = foldSource(opening.file.entries)
    const weighing = known && WEIGHING_FOR[sightOf(readerOf(c.req.param('id')), known.source)]
    if (weighing) return c.json(await pageOfLooks(desk.cases.desk, { limit, cursor, stream, weighing }, who.role))
    await desk.log([{ at: desk.now(), who: who.id, role: who.role, stream, look: who.look, whyNot: 'access/not-permitted', policy: null }])
    return refuseLook(desk, 'access/not-permitted')
  })
  return routes
}
