import { veilSite, type VeiledSite } from '../../core/intelligence/veil-site.ts'
import { siteFor, type SiteRead } from '../../core/intelligence/reads-report.ts'
import { foldSite } from '../../core/intelligence/site-fold.ts'
import type { Site, SiteFactRead } from '../../core/intelligence/site.ts'
import type { Look } from '../../core/kernel/access.ts'
import { instant, type Instant } from '../../core/kernel/instant.ts'
import { asKnownAt, type OnFile } from '../../core/kernel/noted.ts'
import { readSiteFact, siteStream } from '../../wire/filing/site-filing.ts'
import type { CaseDesk } from '../case/case-desk.ts'
import { openFile, type OpenFile } from '../case/open-file.ts'
import type { PolicyInForce } from '../case/policy-in-force.ts'
import type { AccessRefusalCode } from '../gate.ts'
import type { Office } from '../office.ts'
import type { InReach } from '../rights/in-reach.ts'
import type { SignedIn } from '../session/sessions.ts'
import { registerOf, type Register } from '../sources/register.ts'
import { standingLeft } from '../../ledger/tables/plan-table.ts'
import { reportReader } from './report-reader.ts'
import { plansOf } from './site-list.ts'

/** A site as it stood at an instant, with the policy then and what the register knew of those its reports come from. */
export interface SiteAtHand extends Register {
  readonly file: OpenFile<SiteFactRead>
  readonly site: Site
  readonly policy: PolicyInForce
  readonly knownAt: Instant
  /** Tasks of protected sources, whose words are not for whoever asks. */
  readonly hiddenTasks: VeiledSite['hiddenTasks']
  /** Reports whose label keeps their words from whoever asks. */
  readonly hiddenReports: SiteRead['hiddenReports']
}

export type SiteOpening = { readonly accepted: true; readonly opened: SiteAtHand } | { readonly accepted: false; readonly code: AccessRefusalCode }

/** Which site, for whom and why, and as known when: now, where that is not said. */
export interface AskedSite {
  readonly who: SignedIn
  readonly id: string
  readonly look: Look
  /** `weigh` where somebody reads a number that rests on it, and none of its words. */
  readonly action?: 'read' | 'weigh'
  readonly knownAt?: Instant | undefined
}

export type SiteDesk = Office & Pick<CaseDesk, 'policy'>

/** Opens a site for somebody. At an instant before it was opened, there was none. */
export async function openSite(desk: SiteDesk, { who, id, look, action, knownAt }: AskedSite): Promise<SiteOpening> {
  const opening = await openFile(desk, { who, stream: siteStream(id), look, ...(action && { action }) }, readSiteFact)
  if (!opening.accepted) return opening
  const opened = await siteAtHand(desk, opening.file, { who, look, knownAt })
  return opened ? { accepted: true, opened } : { accepted: false, code: 'access/no-such-file' }
}

/** A site from a file that is open; null where it had not been opened by then. */
export async function siteAtHand(desk: SiteDesk, file: OpenFile<SiteFactRead>, { who, look, knownAt = desk.now() }: Omit<AskedSite, 'id'>, alsoAsked: readonly string[] = []): Promise<SiteAtHand | null> {
  const site = foldSite(asKnownAt(file.entries, knownAt))
  if (site === null) return null
  const policy = await desk.policy(knownAt)
  const register = await registerOf(desk, { who, ids: [...sourcesOf(site), ...alsoAsked], look }, policy.inForce.certainty, knownAt)
  const read = siteFor(site, await reportReader(desk, who, file.access.stream.slice(siteStream('').length)))
  return { file, policy, knownAt, hiddenReports: read.hiddenReports, ...register, ...veilSite(read.site, register.records, { veiled: register.veiled, reader: who.id }) }
}

/** Everybody of the register whom the reports of a site come from. */
export const sourcesOf = ({ reports, tasks }: Pick<Site, 'reports' | 'tasks'>): readonly string[] => [
  ...reports.flatMap(({ report }) => (report.source ? [report.source.id] : [])),
  ...tasks.flatMap(({ task }) => task.source ?? []),
]

/** Everybody who stands in a site's file: whoever recorded something, and whoever was to do something. */
export const peopleIn = (entries: readonly OnFile<SiteFactRead>[]): readonly string[] =>
  entries.flatMap(({ by, fact }) => (fact.type === 'task/set' ? [by, fact.task.owner] : fact.type === 'lead/assigned' ? [by, fact.owner] : [by]))

/** Plans that will come to nothing, which set no hour for their site. */
const OFF: ReadonlySet<string> = new Set(['refused', 'stood-down', 'entered'])

/** T where nobody names one: the next hour of entry that is planned for the site, as far as whoever asks may know of the plan, and now where none is. */
export async function hourFor({ cases, now }: Pick<Office, 'cases' | 'now'>, site: string, reach?: InReach): Promise<Instant> {
  const moment = now()
  const plans = (await plansOf(cases.entries, [site], reach)).get(site) ?? []
  const hours = plans.flatMap((plan) => (plan.at !== null && plan.at >= moment && !OFF.has(standingLeft(plan)) ? [plan.at] : []))
  return hours.length === 0 ? moment : instant(Math.min(...hours))
}
