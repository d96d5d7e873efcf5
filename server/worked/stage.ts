import { OWN_UNIT } from '../../core/kernel/organisation.ts'
import type { Config } from '../config.ts'
import { instant, type Instant } from '../../core/kernel/instant.ts'
import type { WorkedExample } from '../../wire/worked-example.ts'
import { application } from '../app.ts'
import type { CaseStore } from '../case-store.ts'
import { openCaseDesk } from '../case/case-desk.ts'
import type { Catalogue } from '../catalogue.ts'
import { openOffice } from '../office.ts'
import { addPerson, THE_SERVER } from '../people/people.ts'
import { beginSession } from '../session/sessions.ts'
import { hashPassword } from '../../crypto/password.ts'
import { asking, type Asks, type Stage } from './play.ts'

/** What everybody in the example signs in with. It opens nothing but the example, which is served to this machine alone. */
export const EXAMPLE_PASSWORD = 'boats on the river'

const NOBODY_LISTENS: Config = { host: '127.0.0.1', port: 0, data: { folder: '', databases: null }, demo: 'no' }

/** A session is begun anew for whoever has not done anything for this long, so that their proof is fresh where one is asked for. */
const STILL_SIGNED_IN_MS = 4 * 60_000

/** Makes the people of an example, and an application for them whose clock is set at each step. */
export async function openStage(cases: CaseStore, catalogue: Catalogue, { people }: WorkedExample, midnight: Instant, begins: Instant) {
  let at = begins
  const now = (): Instant => at
  const desk = openCaseDesk(openOffice(cases, catalogue.speak, now), catalogue)
  const app = application({ config: NOBODY_LISTENS, catalogue, office: desk, site: { files: new Map(), folders: new Set() }, log: () => undefined })
  const passwordHash = await hashPassword(EXAMPLE_PASSWORD)
  const ids = new Map<string, string>()
  const asks = new Map<string, Asks>()
  for (const [signInName, { name, role }] of Object.entries(people)) {
    const added = await addPerson(cases.desk, now, THE_SERVER, { signInName, name, role, organisation: OWN_UNIT })
    if (!added.accepted) throw new Error(`the example cannot be played beside people who work here: ${added.code}`)
    const { id } = added.person
    await cases.desk.transact((db) => db.updateTable('people').set({ password_hash: passwordHash, must_change: 'no', ...(role !== 'administrator' && { vouched_by: THE_SERVER, vouched_at: now() }), changed_by: THE_SERVER, changed_at: now() }).where('id', '=', id).execute())
    ids.set(signInName, id)
    asks.set(signInName, staysSignedIn(async () => `daylight=${await beginSession(cases.desk, now, { id, passwordHash })}`, now, (cookie) => asking(app, cookie)))
  }
  const stage: Stage = { asks, ids, midnight, setClock: (to) => void (at = instant(to)) }
  return { stage, rest: desk.rest }
}

/** Asks under one session as long as it runs. */
function staysSignedIn(signIn: () => Promise<string>, now: () => Instant, under: (cookie: string) => Asks): Asks {
  let cookie = ''
  let seen = Number.NEGATIVE_INFINITY
  return async (...request) => {
    if (now() - seen > STILL_SIGNED_IN_MS) cookie = await signIn()
    seen = now()
    return under(cookie)(...request)
  }
}
