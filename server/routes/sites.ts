import { Hono } from 'hono'
import { certaintyOf } from '../../core/certainty/certainty.ts'
import { siteQuestion } from '../../core/certainty/site-question.ts'
import { asKnownAt } from '../../core/kernel/noted.ts'
import { siteStream } from '../../wire/filing/site-filing.ts'
import { certaintyAnswer } from '../../wire/assessment.ts'
import { LINES_ON_A_PAGE, SitesQueryShape } from '../../wire/office/listing.ts'
import { LOOKS_ON_A_PAGE, LooksQueryShape } from '../../wire/office/looks.ts'
import { SiteActShape, SiteOpenedShape } from '../../wire/office/site-acts.ts'
import { siteAnswer } from '../../wire/office/site-answer.ts'
import { CertaintyQueryShape, ImportQueryShape, SiteQueryShape } from '../../wire/office/site-queries.ts'
import { siteTimeline } from '../../wire/office/timeline.ts'
import { pageOfLooks } from '../access-log.ts'
import { answerAct, refuseLook, tagOf } from '../case/answers.ts'
import { caseWorker, type CaseEnv } from '../case/caller.ts'
import type { CaseDesk } from '../case/case-desk.ts'
import { noSuchCursor } from '../case/cursor.ts'
import { namesOf } from '../case/names.ts'
import { askedAfterMark, askedIn, turnAway } from '../http/asked.ts'
import { readTextBody } from '../http/body.ts'
import { refuseBody } from '../http/problem.ts'
import { importReports } from '../imports/import-reports.ts'
import { notPermitted } from '../rights/may-do.ts'
import { openNewSite } from '../sites/open-new-site.ts'
import { askFreshProof } from '../session/step-up.ts'
import { actOnSite, refuseActed } from '../sites/site-act.ts'
import { hourFor, openSite, peopleIn } from '../sites/site-file.ts'
import { pageOfSites, placeOfSites, plansShown } from '../sites/site-list.ts'

const streamOf = (id: string | undefined): string => siteStream(id ?? '')

/** Every site: the list of all, one of them as known at any instant, its number, and what is done with it. */
export function siteRoutes(desk: CaseDesk): Hono<CaseEnv> {
  const routes = new Hono<CaseEnv>()
  const { speak } = desk
  const anybody = caseWorker(desk)
  const onSite = caseWorker(desk, streamOf)

  routes.get('/api/sites', anybody, async (c) => {
    const asked = askedAfterMark(c, speak, SitesQueryShape)
    if (!asked.accepted) return asked.response
    const { search = '', cursor, limit = LINES_ON_A_PAGE, sort: order = 'changed' } = asked.value
    const after = cursor === undefined ? null : placeOfSites(cursor, order)
    if (cursor !== undefined && after === null) return noSuchCursor(speak)
    const page = await pageOfSites(desk.cases, { search, reach: desk.reach(c.get('worker')), order, after, limit }, desk.now())
    desk.reckoner.inView(page.sites.map(({ id }) => id))
    return c.json(page)
  })

  routes.post('/api/sites', anybody, async (c) => {
    const asked = await askedIn(c, speak, () => SiteOpenedShape)
    if (!asked.accepted) return asked.response
    const who = c.get('worker')
    const refused = await notPermitted(desk, c, 'open-site')
    if (refused) return refused
    const opened = await openNewSite(desk, who, asked.value)
    if (opened.made !== 'site') return refuseActed(desk, opened, asked.locate)
    desk.reckoner.want(asked.value.id)
    return answerAct(c, desk, opened.answer, 201)
  })

  routes.get('/api/sites/:id', onSite, async (c) => {
    const asked = askedAfterMark(c, speak, SiteQueryShape)
    if (!asked.accepted) return asked.response
    const id = c.req.param('id')
    const opening = await openSite(desk, { who: c.get('worker'), id, look: c.get('worker').look, knownAt: asked.value.knownAt })
    if (!opening.accepted) return refuseLook(desk, opening.code)
    const { file, site, records, hiddenTasks, hiddenReports, policy, knownAt } = opening.opened
    const [at, plans, names] = [await hourFor(desk, id, desk.reach(c.get('worker'))), await plansShown(desk.cases.entries, id, desk.reach(c.get('worker'))), await namesOf(desk, peopleIn(file.entries))]
    return c.json(siteAnswer(site, { id, at, knownAt, records, hiddenTasks, hiddenReports, policy: policy.inForce.certainty, speak, plans: [...plans], names: { ...names } }), 200, { etag: tagOf(file.version) })
  })

  routes.get('/api/sites/:id/certainty', onSite, async (c) => {
    const asked = askedAfterMark(c, speak, CertaintyQueryShape)
    if (!asked.accepted) return asked.response
    const [id, { knownAt, entry }] = [c.req.param('id'), asked.value]
    const opening = await openSite(desk, { who: c.get('worker'), id, look: c.get('worker').look, knownAt })
    if (!opening.accepted) return refuseLook(desk, opening.code)
    const { site, records, policy, knownAt: known } = opening.opened
    const question = siteQuestion(site, { at: asked.value.at ?? (await hourFor(desk, id, desk.reach(c.get('worker')))), knownAt: known, records, ...(entry && { entry }) })
    return c.json(certaintyAnswer(certaintyOf(question, policy.inForce.certainty), speak))
  })

  routes.post('/api/sites/:id/acts', onSite, async (c) => {
    const asked = await askedIn(c, speak, () => SiteActShape)
    if (!asked.accepted) return asked.response
    const unproven = await askFreshProof(desk, c.var, `site/${asked.value.act}`)
    return unproven ?? actOnSite(c, desk, c.get('worker'), c.req.param('id'), { act: asked.value, locate: asked.locate })
  })

  routes.post('/api/sites/:id/reports', onSite, async (c) => {
    const asked = askedAfterMark(c, speak, ImportQueryShape)
    if (!asked.accepted) return asked.response
    const [who, site] = [c.get('worker'), c.req.param('id')]
    const body = await readTextBody(c.req.raw, 'text/csv')
    if (!body.accepted) return 'bad' in body ? refuseBody(speak, [body.bad], { connection: 'close' }) : turnAway(speak, body.turnedAway, 'text/csv')
    return importReports(c, desk, { who, site, text: body.text, preview: asked.value.preview ?? 'no', keep: asked.value.keep ?? 'all' })
  })

  routes.get('/api/sites/:id/timeline', onSite, async (c) => {
    const asked = askedAfterMark(c, speak, SiteQueryShape)
    if (!asked.accepted) return asked.response
    const opening = await openSite(desk, { who: c.get('worker'), id: c.req.param('id'), look: c.get('worker').look, knownAt: asked.value.knownAt })
    if (!opening.accepted) return refuseLook(desk, opening.code)
    const { file, hiddenTasks, hiddenReports, knownAt } = opening.opened
    return c.json(siteTimeline(asKnownAt(file.entries, knownAt), await namesOf(desk, peopleIn(file.entries)), { hiddenTasks, hiddenReports }), 200, { etag: tagOf(file.version) })
  })

  routes.get('/api/sites/:id/looks', onSite, async (c) => {
    const asked = askedAfterMark(c, speak, LooksQueryShape.omit({ stream: true }))
    if (!asked.accepted) return asked.response
    const { limit = LOOKS_ON_A_PAGE, cursor } = asked.value
    const [who, stream] = [c.get('worker'), streamOf(c.req.param('id'))]
    const admitted = await desk.gate.admit(who, stream, who.look)
    return admitted.accepted ? c.json(await pageOfLooks(desk.cases.desk, { limit, cursor, stream, weighing: 'told' }, who.role)) : refuseLook(desk, admitted.code)
  })
  return routes
}
