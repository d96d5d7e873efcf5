import { Hono, type Context } from 'hono'
import type { HolderId } from '../../core/kernel/id.ts'
import { KeepingActShape, type KeepingAct } from '../../wire/office/retention-acts.ts'
import { refuseLook, tagOf } from '../case/answers.ts'
import { caseWorker, type CaseEnv } from '../case/caller.ts'
import type { CaseDesk } from '../case/case-desk.ts'
import { askedIn } from '../http/asked.ts'
import { actOnKeeping } from '../retention/keeping-act.ts'
import { keepingShown } from '../retention/keeping-answers.ts'
import { openKeeping } from '../retention/keeping-file.ts'
import { keepingList } from '../retention/keeping-list.ts'
import { notPermitted } from '../rights/may-do.ts'
import { askFreshProof } from '../session/step-up.ts'

const holderAsked = (c: Context): HolderId => `${c.req.param('kind')}/${c.req.param('id')}` as HolderId

/** Holds, reviews and forgetting: what is due, how long something is kept, and what is done about it. */
export function retentionRoutes(desk: CaseDesk): Hono<CaseEnv> {
  const routes = new Hono<CaseEnv>()
  const onKeeping = caseWorker(desk, (id) => id ?? '')

  routes.get('/api/keeping', caseWorker(desk), async (c) => (await notPermitted(desk, c, 'see-keeping')) ?? c.json(await keepingList(desk, c.get('worker'))))

  routes.get('/api/keeping/:kind/:id', onKeeping, async (c) => {
    const refused = await notPermitted(desk, c, 'see-keeping')
    if (refused) return refused
    const opening = await openKeeping(desk, c.get('worker'), holderAsked(c), 'read')
    return opening.accepted ? c.json(await keepingShown(desk, c.get('worker'), opening.file), 200, { etag: tagOf(opening.file.version) }) : refuseLook(desk, opening.code)
  })

  routes.post('/api/keeping/:kind/:id/acts', onKeeping, async (c) => {
    const asked = await askedIn(c, desk.speak, () => KeepingActShape)
    if (!asked.accepted) return asked.response
    const unproven = await askFreshProof(desk, c.var, PROVEN[asked.value.act])
    return unproven ?? actOnKeeping(c, desk, { who: c.get('worker'), holder: holderAsked(c) }, asked.value)
  })
  return routes
}

/** How each act is named where it is told which of them ask for a fresh proof (server/session/step-up-policy.ts). */
const PROVEN = {
  'place-hold': 'hold/place', 'lift-hold': 'hold/lift', 'set-review': 'retention/set', keep: 'retention/keep', release: 'retention/release',
  'ask-forgetting': 'forgetting/ask', 'second-forgetting': 'forgetting/second',
} as const satisfies Readonly<Record<KeepingAct['act'], string>>
