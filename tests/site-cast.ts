import type { Attempt } from '../core/intelligence/attempt.ts'
import type { FourAnswers } from '../core/intelligence/four-questions.ts'
import type { GradingIn } from '../core/intelligence/grading.ts'
import type { Site, SiteFactRead } from '../core/intelligence/site.ts'
import type { ReportOnFile, SiteFact } from '../core/intelligence/site-facts.ts'
import { foldSite } from '../core/intelligence/site-fold.ts'
import type { ActorId, DeviceId, EntryId, ReportId } from '../core/kernel/id.ts'
import { after, type Days, type Instant } from '../core/kernel/instant.ts'
import type { OnFile } from '../core/kernel/noted.ts'
import { at } from './asked.ts'

/** A site and what is recorded of it, for the tests of intelligence. Nobody and nothing in it exists. */

export const MORNING = at('2031-03-01T08:00:00Z')
export const later = (days: Days): Instant => after(MORNING, days)
export const ANALYST = 'analyst-one' as ActorId
export const TABLET = 'tablet-one' as DeviceId

export const ADMIRALTY_F2: GradingIn<'admiralty'> = { scheme: 'admiralty', source: 'F', information: '2', label: { source: null, information: null } }
export const ANSWERS: FourAnswers = { access: 'saw', record: 'unknown', motives: [], content: 'logical-and-agrees' }

/** A report as an escaped worker gave it; the grading is the one that follows from the answers. */
export const reportOn = (id: string, changes: Partial<ReportOnFile> = {}): ReportOnFile => ({
  id: id as ReportId, kind: 'escaped-victim', finding: 'present', observedAt: later(-1), receivedAt: MORNING, access: 'saw', says: `What ${id} said`, speaksOf: ['victim'],
  answers: ANSWERS, grading: ADMIRALTY_F2, handling: { sharing: 'TLP:AMBER', action: 'PAP:GREEN' }, reviewBy: later(365), ...changes,
} as ReportOnFile)

export const attemptOn = (id: string, changes: Partial<Attempt> = {}): Attempt => ({
  id, method: 'surveillance', by: 'observation-team', at: later(1), thisSite: 'yes', ifNobodyThere: 'No light at night', result: 'Light at night', sensitivity: 0.5, sources: [], ...changes,
})

export const OPENED: SiteFact = { type: 'site/opened', number: 'S-1', jurisdiction: 'TH', venue: 'resident-workshop', name: 'River road workshop', whereabouts: 'Behind the ferry' }

type When = Partial<Pick<OnFile<unknown>, 'occurredAt' | 'recordedAt' | 'receivedAt' | 'version'>> & { readonly id?: string }

/** An entry of the file of a site; what it does not say happened, was recorded and arrived on the morning, one after the other. */
export const entryOf = <Fact extends SiteFactRead>(fact: Fact, version: number, { id = `entry-${String(version).padStart(4, '0')}`, ...when }: When = {}): OnFile<Fact> => {
  const moment = after(MORNING, version / 1440)
  return { id: id as EntryId, stream: 'site/site-one', fact, by: ANALYST, device: TABLET, occurredAt: moment, recordedAt: moment, receivedAt: moment, version, ...when }
}

/** The entries of a site, opened first, one minute apart. */
export const fileOf = (...facts: readonly SiteFactRead[]): readonly OnFile<SiteFactRead>[] => [OPENED, ...facts].map((fact, i) => entryOf(fact, i + 1))

export function siteOf(...facts: readonly SiteFactRead[]): Site {
  const site = foldSite(fileOf(...facts))
  if (!site) throw new Error('this site was never opened')
  return site
}
