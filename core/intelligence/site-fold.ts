import type { OnFile } from '../kernel/noted.ts'
import { byObservation } from './report.ts'
import { foldReports, withheldReports } from './report-fold.ts'
import type { Site, SiteFactRead } from './site.ts'
import { foldLeads, foldTasks } from './task-fold.ts'
import { firstOfEach, lastOfEach, toldFacts, type ToldFacts } from './told-facts.ts'

/**
 * A site from the entries of its file, in whatever order they come; null where it was not opened yet.
 *
 * Things are taken in the order in which they happened and not in which they arrived, so that a device that was offline
 * for two days changes nothing but what was known meanwhile. A correction never removes what it corrects.
 */
export function foldSite(entries: readonly OnFile<SiteFactRead>[]): Site | null {
  const told = toldFacts(entries)
  const head = opening(told)
  if (!head) return null
  return {
    ...head,
    ...described(told),
    reports: foldReports(told).toSorted((a, b) => byObservation(a.report, b.report)),
    withheldReports: withheldReports(told),
    rooms: lastOfEach(told('site/room-noted'), ({ room }) => room.id).map(({ fact: { room }, noted }) => ({ ...room, noted })),
    attempts: firstOfEach(told('attempt/made'), ({ attempt }) => attempt.id).map(({ fact: { attempt }, noted }) => ({ attempt, noted })),
    shocks: told('shock/noted').map(({ fact: { id, shock, says }, noted }) => ({ id, shock, says, noted })),
    alternatives: told('alternative/written').map(({ fact: { says }, noted }) => ({ says, noted })),
    dissents: told('dissent/recorded').map(({ fact: { id, about, says }, noted }) => ({ id, about, says, noted })),
    tasks: foldTasks(told),
    leads: foldLeads(told),
    withheld: told('words/withheld').map(({ noted }) => noted),
    version: entries.reduce((furthest, { version }) => Math.max(furthest, version), 0),
  }
}

type Opening = Pick<Site, 'opened' | 'number' | 'jurisdiction' | 'venue' | 'halfLifeDays'>

/** What filters a list stands in clear, so that a site is there even where its words are gone. */
function opening(told: ToldFacts): Opening | null {
  const open = told('site/opened')[0]
  if (open) {
    const { number, jurisdiction, venue, halfLifeDays = null } = open.fact
    return { opened: open.noted, number, jurisdiction, venue, halfLifeDays }
  }
  const gone = told('words/withheld').find(({ fact }) => fact.of === 'site/opened')
  const { number, jurisdiction, venue, halfLifeDays = null } = gone?.fact.known ?? {}
  if (!gone || number === undefined || jurisdiction === undefined || venue === undefined) return null
  return { opened: gone.noted, number, jurisdiction, venue, halfLifeDays }
}

/** What a place is called and where it is, as last said of each. */
function described(told: ToldFacts): Pick<Site, 'name' | 'whereabouts' | 'map'> {
  const open = told('site/opened')[0]?.fact
  const later = told('site/described').map(({ fact }) => fact)
  return {
    name: later.findLast(({ name }) => name !== undefined)?.name ?? open?.name ?? null,
    whereabouts: later.findLast(({ whereabouts }) => whereabouts !== undefined)?.whereabouts ?? open?.whereabouts ?? null,
    map: later.findLast(({ map }) => map !== undefined)?.map ?? null,
  }
}
