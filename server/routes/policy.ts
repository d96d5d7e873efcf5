import { Hono } from 'hono'
import { PolicyActShape } from '../../wire/office/policy.ts'
import { tagOf, versionDecidedOn } from '../case/answers.ts'
import { caseWorker, type CaseEnv } from '../case/caller.ts'
import type { CaseDesk } from '../case/case-desk.ts'
import { policyShown, signValue } from '../case/sign-policy.ts'
import { askedIn } from '../http/asked.ts'
import { askFreshProof } from '../session/step-up.ts'

/** What authorities differ on: every value with its source and signatory, and the signing of another. */
export function policyRoutes(desk: CaseDesk): Hono<CaseEnv> {
  const routes = new Hono<CaseEnv>()
  routes.get('/api/policy', caseWorker(desk), async (c) => {
    const policy = await policyShown(desk)
    return c.json(policy, 200, { etag: tagOf(policy.version) })
  })

  routes.post('/api/policy/acts', caseWorker(desk), async (c) => {
    const who = c.get('worker')
    const decidedOn = versionDecidedOn(c, desk)
    if (!decidedOn.accepted) return decidedOn.response
    const asked = await askedIn(c, desk.speak, () => PolicyActShape)
    if (!asked.accepted) return asked.response
    const unproven = await askFreshProof(desk, c.var, 'policy/sign')
    return unproven ?? signValue(c, desk, who, { act: asked.value, version: decidedOn.version })
  })
  return routes
}
