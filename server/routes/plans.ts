import { Hono } from 'hono'
import { veilSite } from '../../core/intelligence/veil-site.ts'
import { siteFor } from '../../core/intelligence/reads-report.ts'
import { foldSite } from '../../core/intelligence/site-fold.ts'
import type { EntryId } from '../../core/kernel/id.ts'
import { knownWhen } from '../../core/planning/known-when.ts'
import { readRaid } from '../../core/planning/readiness.ts'
import { planAt } from '../../core/planning/plan-fold.ts'
import { planStream } from '../../wire/filing/plan-filing.ts'
import { assessmentAnswer } from '../../wire/assessment.ts'
import { LINES_ON_A_PAGE, PageQueryShape } from '../../wire/office/listing.ts'
import { PlanActShape, PlanOpenedShape } from '../../wire/office/plan-acts.ts'
import { comparisonAnswer, knownWhenAnswer, knownWhenWithoutSite } from '../../wire/office/plan-answer.ts'
import { CompareQueryShape, PlanQueryShape, ReadingQueryShape } from '../../wire/office/plan-queries.ts'
import { planTimeline } from '../../wire/office/plan-timeline.ts'
import { assessmentWithoutSite, renamed } from '../../wire/office/without-site.ts'
import { answerAct, refuseLook, tagOf } from '../case/answers.ts'
import { caseWorker, type CaseEnv } from '../case/caller.ts'
import type { CaseDesk } from '../case/case-desk.ts'
import { noSuchCursor } from '../case/cursor.ts'
import { namesOf } from '../case/names.ts'
import { askedAfterMark, askedIn } from '../http/asked.ts'
import { refuse } from '../http/problem.ts'
import { openNewPlan } from '../plans/open-new-plan.ts'
import { actOnPlan } from '../plans/plan-act.ts'
import { openPlan, operationOf, peopleInPlan, readingAt } from '../plans/plan-file.ts'
import { pageOfPlans, placeOfPlans } from '../plans/plan-list.ts'
import { planAtVersion, planShown } from '../plans/plan-shown.ts'
import { notPermitted } from '../rights/may-do.ts'
import { askFreshProof } from '../session/step-up.ts'
import { registerOf } from '../sources/register.ts'
import { reportReader } from '../sites/report-reader.ts'
import { peopleIn, sourcesOf } from '../sites/site-file.ts'

const streamOf = (id: string | undefined): string => planStream(id ?? '')

/** Every plan: the list of all, one of them at any of its versions, how it reads, and what is done with it. */
export function planRoutes(desk: CaseDesk): Hono<CaseEnv> {
  const routes = new Hono<CaseEnv>()
  const { speak } = desk
  const anybody = caseWorker(desk)
  const onPlan = caseWorker(desk, streamOf)
  const noSuchVersion = () => refuse(speak, { code: 'case/no-such-version', detail: 'The plan was never at this version, or its site was not there yet.' })

  routes.get('/api/plans', anybody, async (c) => {
    const asked = askedAfterMark(c, speak, PageQueryShape)
    if (!asked.accepted) return asked.response
    const { cursor, limit = LINES_ON_A_PAGE } = asked.value
    const after = cursor === undefined ? null : placeOfPlans(cursor)
    if (cursor !== undefined && after === null) return noSuchCursor(speak)
    return c.json(await pageOfPlans(desk.cases, { after, limit, reach: desk.reach(c.get('worker')) }))
  })

  routes.post('/api/plans', anybody, async (c) => {
    const asked = await askedIn(c, speak, () => PlanOpenedShape)
    if (!asked.accepted) return asked.response
    const who = c.get('worker')
    const refused = await notPermitted(desk, c, 'open-plan')
    if (refused) return refused
    const opened = await openNewPlan(desk, who, asked.value)
    if (opened === null) return refuse(speak, { code: 'case/no-such-site', detail: 'A plan is opened for a site that is there.', expected: 'the id of a site' })
    desk.reckoner.want(asked.value.site)
    return answerAct(c, desk, opened, 201)
  })

  routes.get('/api/plans/:id', onPlan, async (c) => {
    const asked = askedAfterMark(c, speak, PlanQueryShape)
    if (!asked.accepted) return asked.response
    const [who, id] = [c.get('worker'), c.req.param('id')]
    const opening = await openPlan(desk, { who, id, look: c.get('worker').look })
    if (!opening.accepted) return refuseLook(desk, opening.code)
    const at = await planAtVersion(desk, who, opening.opened, asked.value.version)
    return at ? c.json(await planShown(desk, who, id, opening.opened, at), 200, { etag: tagOf(opening.opened.file.version) }) : noSuchVersion()
  })

  routes.get('/api/plans/:id/reading', onPlan, async (c) => {
    const asked = askedAfterMark(c, speak, ReadingQueryShape)
    if (!asked.accepted) return asked.response
    const who = c.get('worker')
    const opening = await openPlan(desk, { who, id: c.req.param('id'), look: c.get('worker').look })
    if (!opening.accepted) return refuseLook(desk, opening.code)
    const at = await planAtVersion(desk, who, opening.opened, asked.value.version, asked.value.knownAt)
    if (!at) return noSuchVersion()
    const { plan, hand: { site, records, knownAt, policy: { inForce } } } = at
    const reading = readingAt(plan, operationOf(plan, { site, records, knownAt, inForce }), knownAt, inForce)
    const { words, ids } = opening.opened.shown
    return c.json(words === 'open' ? assessmentAnswer(reading, speak) : assessmentWithoutSite(reading, ids, speak))
  })

  routes.post('/api/plans/:id/acts', onPlan, async (c) => {
    const asked = await askedIn(c, speak, () => PlanActShape)
    if (!asked.accepted) return asked.response
    const unproven = await askFreshProof(desk, c.var, `plan/${asked.value.act}`)
    return unproven ?? actOnPlan(c, desk, c.get('worker'), c.req.param('id'), { act: asked.value, locate: asked.locate })
  })

  routes.get('/api/plans/:id/compare', onPlan, async (c) => {
    const asked = askedAfterMark(c, speak, CompareQueryShape)
    if (!asked.accepted) return asked.response
    const opening = await openPlan(desk, { who: c.get('worker'), id: c.req.param('id'), look: c.get('worker').look })
    if (!opening.accepted) return refuseLook(desk, opening.code)
    const { file, shown } = opening.opened
    const [from, to] = [asked.value.from, asked.value.to].map((version) => (version > file.version ? null : planAt(file.entries, version)))
    return from && to ? c.json(renamed(comparisonAnswer(from, to, await namesOf(desk, peopleInPlan(file.entries))), shown.ids)) : noSuchVersion()
  })

  routes.get('/api/plans/:id/authorised/:entry', onPlan, async (c) => {
    const who = c.get('worker')
    const opening = await openPlan(desk, { who, id: c.req.param('id'), look: c.get('worker').look })
    if (!opening.accepted) return refuseLook(desk, opening.code)
    const { file, siteFile, shown } = opening.opened
    const known = knownWhen(file.entries, siteFile.entries, c.req.param('entry') as EntryId)
    const whole = known && foldSite(known.site)
    if (!known || !whole) return refuse(speak, { code: 'case/not-authorised-there', detail: 'No entry of this plan under this id gave leave to go ahead.' })
    const { inForce } = await desk.policy(known.knownAt)
    const register = await registerOf(desk, { who, ids: sourcesOf(whole), look: who.look }, inForce.certainty, known.knownAt)
    const read = siteFor(whole, await reportReader(desk, who, opening.opened.plan.site))
    const { site, records } = veilSite(read.site, register.records, { veiled: register.veiled, reader: who.id })
    const names = await namesOf(desk, [...peopleInPlan(file.entries), ...(shown.words === 'open' ? peopleIn(siteFile.entries) : [])])
    const operation = operationOf(known.plan, { site, records, knownAt: known.knownAt, inForce })
    const answer = knownWhenAnswer(known, operation, names)
    return c.json(shown.words === 'open' ? answer : knownWhenWithoutSite(answer, { operation, reading: readRaid(operation, inForce), siteNumber: site.number, ids: shown.ids }))
  })

  routes.get('/api/plans/:id/timeline', onPlan, async (c) => {
    const opening = await openPlan(desk, { who: c.get('worker'), id: c.req.param('id'), look: c.get('worker').look })
    if (!opening.accepted) return refuseLook(desk, opening.code)
    const { file, shown } = opening.opened
    return c.json(renamed(planTimeline(file.entries, await namesOf(desk, peopleInPlan(file.entries))), shown.ids), 200, { etag: tagOf(file.version) })
  })
  return routes
}
