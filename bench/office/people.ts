import { randomUUID } from 'node:crypto'
import { placesOf, type DataPlace } from '../../ledger/store/places.ts'
import { openCaseStore } from '../../server/case-store.ts'
import { wallClock } from '../../server/clock.ts'
import { THE_SERVER } from '../../server/people/people.ts'
import { beginSession } from '../../server/session/sessions.ts'
import type { Role } from '../../core/kernel/access.ts'
import { OWN_UNIT } from '../../core/kernel/organisation.ts'

/** Somebody at work in a browser: they ask under a session of their own, as our own pages do. */
export interface Worker {
  readonly get: (address: string, path: string) => Promise<Response>
  readonly post: (address: string, path: string, body: unknown) => Promise<Response>
  readonly cookie: string
}

/** Makes people of a role in an office, each signed in. Hashing a password is not what is measured, so nobody types one. */
export async function atWork(place: DataPlace, role: Role, count: number): Promise<readonly Worker[]> {
  const { desk, close } = await openCaseStore(placesOf(place))
  const workers: Worker[] = []
  try {
    for (let i = 0; i < count; i++) {
      const [id, at] = [randomUUID(), wallClock()]
      const person = { id, sign_in_name: `invented.${id.slice(0, 8)}`, name: 'Invented', role, organisation: OWN_UNIT, vouched_by: role === 'administrator' ? null : THE_SERVER, vouched_at: role === 'administrator' ? null : at, password_hash: 'none', must_change: 'no', made_by: 'bench', made_at: at, changed_by: 'bench', changed_at: at, left_at: null } as const
      await desk.transact((db) => db.insertInto('people').values(person).execute())
      workers.push(worker(`daylight=${(await beginSession(desk, wallClock, { id, passwordHash: 'none' })) ?? ''}`))
    }
    return workers
  } finally {
    await close()
  }
}

export function worker(cookie: string): Worker {
  const headers = { cookie, 'x-daylight': '1', 'x-daylight-look': 'assessment' }
  return {
    cookie,
    get: (address, path) => fetch(`${address}${path}`, { headers }),
    post: (address, path, body) => fetch(`${address}${path}`, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  }
}

/** What opens a site under an id. */
export const opening = (id: string) => ({ id, jurisdiction: 'TH', venue: 'resident-workshop', name: 'River road workshop', whereabouts: 'Behind the ferry' })

/** An inspector's report as an analyst enters it just now. */
export function reporting(id: string, report: string) {
  const now = Date.now()
  return {
    id, act: 'receive-report',
    report: {
      id: report, kind: 'inspector', finding: 'present', observedAt: new Date(now - 3_600_000).toISOString(), receivedAt: new Date(now - 60_000).toISOString(), access: 'saw',
      says: 'Twelve people sew and sleep on the upper floor; the door is locked at night.', speaksOf: ['victim'],
      answers: { access: 'saw', record: 'unknown', motives: [], content: 'logical' },
      grading: { scheme: 'admiralty', source: 'F', information: '3' }, gradedBecause: 'As the form has it',
      handling: { sharing: 'TLP:AMBER', action: 'PAP:GREEN' }, reviewBy: new Date(now + 300 * 86_400_000).toISOString(),
    },
  }
}
