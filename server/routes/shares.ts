import { Hono, type Context } from 'hono'
import { isoOf } from '../../core/kernel/instant.ts'
import { narrowestSharing } from '../../core/intelligence/handling-reach.ts'
import { exposures } from '../../core/sharing/exposure.ts'
import { reportsBehind } from '../../core/sharing/share-grounds.ts'
import { siteStream } from '../../wire/filing/site-filing.ts'
import { LINES_ON_A_PAGE, PageQueryShape } from '../../wire/office/listing.ts'
import { ExposureAskedShape, ReceivedActShape, ShareActShape, SharePreparedShape, SharesQueryShape, type ExposureAsked } from '../../wire/office/shares-acts.ts'
import type { ExposureAnswered } from '../../wire/office/shares.ts'
import { refuseLook, tagOf } from '../case/answers.ts'
import { lookIn } from '../case/caller.ts'
import type { CaseDesk } from '../case/case-desk.ts'
import { noSuchCursor } from '../case/cursor.ts'
import { askedAfterMark, askedIn } from '../http/asked.ts'
import { mayDo } from '../rights/may-do.ts'
import { askFreshProof } from '../session/step-up.ts'
import type { OfficeEnv } from '../session/signed-in.ts'
import { openGrounds } from '../sharing/grounds.ts'
import { prepare } from '../sharing/prepare.ts'
import { receivers } from '../sharing/receivers.ts'
import { actOnReceived, actOnShare, type ActingOn } from '../sharing/share-act.ts'
import { findingAnswer, receivedAnswer } from '../sharing/share-answers.ts'
import { openShare } from '../sharing/share-file.ts'
import { organisationNames, pageOfReceived, pageOfShares, placeOfReceived, placeOfShares } from '../sharing/share-list.ts'
import { shownShare } from '../sharing/shown-share.ts'

/** What leaves, and what came: prepared, checked, let go, acknowledged and called back. */
export function shareRoutes(desk: CaseDesk): Hono<OfficeEnv> {
  const routes = new Hono<OfficeEnv>()
  const { speak } = desk
  const anybody = mayDo(desk, 'see-shares')
  /** Whoever opens something says what for. */
  const acting = async (c: Context<OfficeEnv>, id: string, then: (on: ActingOn) => Promise<Response>): Promise<Response> => {
    const look = lookIn(c)
    return look === null ? refuseLook(desk, 'access/no-purpose') : then({ who: c.get('person'), look, id })
  }

  routes.get('/api/shares', anybody, async (c) => {
    const asked = askedAfterMark(c, speak, SharesQueryShape)
    if (!asked.accepted) return asked.response
    const { cursor, limit = LINES_ON_A_PAGE, site } = asked.value
    const after = cursor === undefined ? null : placeOfShares(cursor)
    if (cursor !== undefined && after === null) return noSuchCursor(speak)
    return c.json(await pageOfShares(desk, c.get('person'), { after, limit, file: site === undefined ? null : siteStream(site), look: lookIn(c) }))
  })

  routes.get('/api/shares/receivers', anybody, async (c) => c.json(await receivers(desk, c.get('person'))))

  routes.post('/api/shares', anybody, async (c) => {
    const asked = await askedIn(c, speak, () => SharePreparedShape)
    if (!asked.accepted) return asked.response
    return acting(c, asked.value.id, ({ who, look }) => prepare(c, desk, who, look, asked.value))
  })

  routes.get('/api/shares/:id', anybody, (c) => acting(c, c.req.param('id'), (on) => shownShare(c, desk, on)))

  routes.post('/api/shares/:id/acts', anybody, async (c) => {
    const asked = await askedIn(c, speak, () => ShareActShape)
    if (!asked.accepted) return asked.response
    return acting(c, c.req.param('id'), async (on) => (await askFreshProof(desk, c.var, `share/${asked.value.act}`)) ?? actOnShare(c, desk, on, asked.value))
  })

  routes.post('/api/sites/:id/exposure', anybody, async (c) => {
    const asked = await askedIn(c, speak, () => ExposureAskedShape)
    if (!asked.accepted) return asked.response
    return acting(c, c.req.param('id'), (on) => exposed(c, desk, on, asked.value))
  })

  routes.get('/api/shared-with-us', anybody, async (c) => {
    const asked = askedAfterMark(c, speak, PageQueryShape)
    if (!asked.accepted) return asked.response
    const { cursor, limit = LINES_ON_A_PAGE } = asked.value
    const after = cursor === undefined ? null : placeOfReceived(cursor)
    if (cursor !== undefined && after === null) return noSuchCursor(speak)
    return c.json(await pageOfReceived(desk, c.get('person'), { after, limit }))
  })

  routes.get('/api/shared-with-us/:id', anybody, (c) => acting(c, c.req.param('id'), async (on) => {
    const opening = await openShare(desk, { ...on, side: 'receiver' })
    if (!opening.accepted) return refuseLook(desk, opening.code)
    const answer = receivedAnswer(on.id, opening.share, (await organisationNames(desk)).get(opening.share.from.id) ?? '')
    return answer ? c.json(answer, 200, { etag: tagOf(answer.edition) }) : refuseLook(desk, 'access/no-such-file')
  }))

  routes.post('/api/shared-with-us/:id/acts', anybody, async (c) => {
    const asked = await askedIn(c, speak, () => ReceivedActShape)
    if (!asked.accepted) return asked.response
    return acting(c, c.req.param('id'), (on) => actOnReceived(c, desk, on, asked.value))
  })
  return routes
}

/** Looks who could have known what somebody means to pass on. Nothing is kept of it but that they looked. */
async function exposed(c: Context, desk: CaseDesk, { who, look, id }: ActingOn, { facts }: ExposureAsked): Promise<Response> {
  const opened = await openGrounds(desk, { who, look, file: siteStream(id) })
  if (!opened.accepted) return refuseLook(desk, opened.code)
  const { grounds } = opened
  const behind = reportsBehind(facts, grounds.reports)
  const answer: ExposureAnswered = { findings: exposures(facts, grounds).map(findingAnswer), sharing: narrowestSharing(behind), knownAt: isoOf(grounds.now) }
  return c.json(answer)
}
