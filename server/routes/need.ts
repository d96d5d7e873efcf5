import { Hono } from 'hono'
import { GlassReviewShape, GlassShape, NeedActShape } from '../../wire/office/need.ts'
import { refuseLook, tagOf } from '../case/answers.ts'
import { caseWorker, type CaseEnv } from '../case/caller.ts'
import type { CaseDesk } from '../case/case-desk.ts'
import { askedIn } from '../http/asked.ts'
import { breakGlass, glassesToReview } from '../need/glass.ts'
import { actOnNeed } from '../need/need-act.ts'
import { needShown, openNeed } from '../need/need-file.ts'
import { reviewGlass } from '../need/review-glass.ts'
import { notPermitted } from '../rights/may-do.ts'
import { askFreshProof } from '../session/step-up.ts'

const KINDS: readonly string[] = ['site', 'plan', 'source']

/** Who needs to know a file; and the glass that is broken where a life is in danger. */
export function needRoutes(desk: CaseDesk): Hono<CaseEnv> {
  const routes = new Hono<CaseEnv>()
  const { speak } = desk
  const onFile = caseWorker(desk, (id) => id ?? '')
  // What is no kind of file is the id of none.
  const fileIn = (kind: string, id: string): string => (KINDS.includes(kind) ? `${kind}/${id}` : '')

  routes.get('/api/need/:kind/:id', onFile, async (c) => {
    const [who, file] = [c.get('worker'), fileIn(c.req.param('kind'), c.req.param('id'))]
    const opening = await openNeed(desk, who, file)
    return opening.accepted ? c.json(await needShown(desk, who, file, opening), 200, { etag: tagOf(opening.file.version) }) : refuseLook(desk, opening.code)
  })

  routes.post('/api/need/:kind/:id/acts', onFile, async (c) => {
    const asked = await askedIn(c, speak, () => NeedActShape)
    if (!asked.accepted) return asked.response
    const unproven = await askFreshProof(desk, c.var, `need/${asked.value.act}`)
    return unproven ?? actOnNeed(c, desk, c.get('worker'), fileIn(c.req.param('kind'), c.req.param('id')), asked.value)
  })

  routes.get('/api/glasses', caseWorker(desk), async (c) => c.json(await glassesToReview(desk, c.get('worker'))))

  routes.post('/api/glasses', caseWorker(desk), async (c) => {
    const asked = await askedIn(c, speak, () => GlassShape)
    if (!asked.accepted) return asked.response
    return (await notPermitted(desk, c, 'break-glass')) ?? breakGlass(c, desk, c.get('worker'), asked.value)
  })

  routes.post('/api/glasses/:id/review', caseWorker(desk), async (c) => {
    const asked = await askedIn(c, speak, () => GlassReviewShape)
    if (!asked.accepted) return asked.response
    return (await notPermitted(desk, c, 'review-glass')) ?? reviewGlass(c, desk, c.get('worker'), c.req.param('id'), asked.value)
  })
  return routes
}
