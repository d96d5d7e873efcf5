import { setTimeout as pass } from 'node:timers/promises'
import { Hono } from 'hono'
import { instant, isoOf } from '../../core/kernel/instant.ts'
import { isEnoughToFind } from '../../core/intelligence/marks-of.ts'
import { sourceStream } from '../../wire/filing/source-filing.ts'
import { fieldsIn, FindShape, soughtIn } from '../../wire/office/finding.ts'
import { findPeople } from '../finding/find-people.ts'
import { USUAL_FINDING, type FindingPolicy } from '../finding/finding-policy.ts'
import { takeSearchTurn } from '../finding/search-turn.ts'
import { soughtOf } from '../finding/sought.ts'
import { sourceById, knownTo } from '../finding/source-people.ts'
import { askedIn } from '../http/asked.ts'
import { refuse } from '../http/problem.ts'
import type { Office } from '../office.ts'
import { mayDo } from '../rights/may-do.ts'
import { signedIn, type OfficeEnv } from '../session/signed-in.ts'

const TOO_LITTLE = 'One part of a name, a sound or a year is shared by thousands. Nothing was searched, and nothing counted.'

/** Finding people whose words are sealed, and who looked for a source. */
export function findingRoutes(office: Office, policy: FindingPolicy = USUAL_FINDING): Hono<OfficeEnv> {
  const routes = new Hono<OfficeEnv>()
  const { speak, now, cases: { desk } } = office

  routes.post('/api/find', mayDo(office, 'find'), async (c) => {
    const asked = await askedIn(c, speak, () => FindShape, 'secrets')
    if (!asked.accepted) return asked.response
    if (!isEnoughToFind(soughtIn(asked.value))) return refuse(speak, { code: 'finding/too-little', detail: TOO_LITTLE, expected: 'two parts of a name, a name and a year of birth, or a telephone number' })
    const who = c.get('person')
    const turn = await takeSearchTurn(desk, now, who.id, policy.searches)
    const { policy: by } = office.rights.onOffice(who, 'find')
    await office.log([{ at: now(), who: who.id, role: who.role, stream: `find/${fieldsIn(asked.value).join('.')}`, look: asked.value.look, whyNot: turn.accepted ? null : 'finding/slow-down', policy: by }])
    if (!turn.accepted) {
      const seconds = Math.max(1, Math.ceil((turn.againAt - now()) / 1000))
      return refuse(speak, { code: 'finding/slow-down', detail: `Each colleague has ${policy.searches.most} searches in an hour.`, expected: `the next search after ${isoOf(instant(turn.againAt))}` }, { 'retry-after': String(seconds) })
    }
    const [answer] = await Promise.all([findPeople(office, who, asked.value, policy), pass(policy.answersAfterMs)])
    return c.json({ ...answer, left: turn.left })
  })

  routes.get('/api/sources/:id/sought', signedIn(office), async (c) => {
    const [who, file] = [c.get('person'), sourceStream(c.req.param('id'))]
    const source = await sourceById(office.cases, c.req.param('id'))
    const decided = source === null ? null : office.rights.onFile(who, 'identify', knownTo(who.id, source), 'source-welfare')
    const whyNot = decided?.allowed === 'yes' ? null : 'access/no-such-file'
    await office.log([{ at: now(), who: who.id, role: who.role, stream: source === null ? '(no file)' : file, look: 'source-welfare', whyNot, policy: decided?.policy ?? null }])
    return whyNot === null ? c.json(await soughtOf(office, file)) : refuse(speak, { code: whyNot, detail: 'There is no such file, or it is not yours to open.' })
  })
  return routes
}
