import { OWN_UNIT } from '../../core/kernel/organisation.ts'
import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises'
import { accessOf } from '../../core/certainty/certainty-case.ts'
import { certaintyOf } from '../../core/certainty/certainty.ts'
import { siteQuestion } from '../../core/certainty/site-question.ts'
import { leadsOf } from '../../core/intelligence/leads.ts'
import { THE_SERVER } from '../people/people.ts'
import type { SignedIn } from '../session/sessions.ts'
import { hourFor, openSite, type SiteAtHand, type SiteDesk } from '../sites/site-file.ts'
import { keepReckoning, reckonedVersions, reckoningsOf, runOut, type Reckoned } from './reckonings.ts'

/** Keeps the numbers on the boards fresh, in the background and never in the way of whoever records something. */
export interface Reckoner {
  /** Something was recorded of a site, or its plan: its number is reckoned soon, once for whatever came meanwhile. */
  readonly want: (site: string) => void
  /** Some sites are being looked at: those whose number is old are reckoned again. */
  readonly inView: (sites: readonly string[]) => void
  /** Looks through everything once: what has never been reckoned, or has run out. */
  readonly catchUp: () => Promise<void>
  /** Answers when nothing is left to reckon. */
  readonly settled: () => Promise<void>
  readonly rest: () => Promise<void>
}

/** The server itself, which opens a file as an analyst would: its looks stand in the access log like everybody's. */
const RECKONER: SignedIn = { id: THE_SERVER, name: 'The server', signInName: THE_SERVER, role: 'analyst', organisation: { id: OWN_UNIT, kind: 'police' }, vouched: 'yes', mustChangePassword: 'no' }

/** A number is a statement about an hour, and an hour later another hour is meant. */
const OLD_MS = 3_600_000

/** How often numbers that have run out are looked for. */
const LOOK_MS = 60_000
const MOST_AT_ONCE = 50

const LONGEST_PAUSE_MS = 100

type Desk = SiteDesk

export function openReckoner(desk: Desk): Reckoner {
  const wanted = new Set<string>()
  let working: Promise<void> | null = null
  let resting = false

  const work = async (): Promise<void> => {
    for (let [site] = wanted; site !== undefined && !resting; [site] = wanted) {
      wanted.delete(site)
      const began = performance.now()
      // A site that cannot be reckoned now is reckoned when something is next recorded of it; the board shows until when the old number held.
      await reckon(desk, site).catch(() => undefined)
      // Nothing else is answered while a number is reckoned, so whoever waits comes in for twice as long.
      await pause(Math.min(2 * (performance.now() - began), LONGEST_PAUSE_MS))
    }
  }
  const want = (site: string): void => {
    if (resting) return
    wanted.add(site)
    working ??= turn().then(work).finally(() => (working = null))
  }
  const settled = async (): Promise<void> => {
    while (working) await working
  }
  const timer = setInterval(() => void runOut(desk.cases.desk, desk.now(), MOST_AT_ONCE).then((sites) => sites.forEach(want), () => undefined), LOOK_MS).unref()

  return {
    want,
    settled,
    inView: (sites) => void oldAmong(desk, sites).then((old) => old.forEach(want), () => undefined),
    catchUp: async () => {
      for (const site of await behind(desk)) want(site)
    },
    rest: async () => {
      resting = true
      clearInterval(timer)
      wanted.clear()
      await settled()
    },
  }
}

async function oldAmong({ cases, now }: Desk, sites: readonly string[]): Promise<readonly string[]> {
  const rows = await reckoningsOf(cases.desk, sites)
  const moment = now()
  return sites.filter((site) => {
    const row = rows.get(site)
    return row === undefined || row.reckoned_at <= moment - OLD_MS || (row.valid_until !== null && row.valid_until <= moment && row.reckoned_at < row.valid_until)
  })
}

/** Sites of which something was recorded since they were last reckoned, as after a restart. */
async function behind({ cases }: Desk): Promise<readonly string[]> {
  const reckoned = await reckonedVersions(cases.desk)
  const rows = await cases.entries.db.withTables<{ sites: { id: string; version: number } }>().selectFrom('sites').select(['id', 'version']).execute()
  return rows.filter(({ id, version }) => reckoned.get(id) !== version).map(({ id }) => id)
}

async function reckon(desk: Desk, id: string): Promise<void> {
  const opening = await openSite(desk, { who: RECKONER, id, look: 'assessment', action: 'weigh' })
  if (!opening.accepted) return
  await keepReckoning(desk.cases.desk, await reckoned(desk, id, opening.opened))
}

/** The number of a site for the hour that matters next, on everything known now. */
async function reckoned(desk: Desk, id: string, { site, records, policy: { inForce: { certainty: policy } }, knownAt: now }: SiteAtHand): Promise<Reckoned> {
  const at = await hourFor(desk, id)
  const leads = leadsOf(site, (report) => accessOf(report, policy))
  return {
    site: id, version: site.version, at: now,
    certainty: certaintyOf(siteQuestion(site, { at, knownAt: now, records }), policy),
    leadsOpen: leads.filter(({ owner, closed }) => owner === null && closed === null).length,
  }
}
