import type { SiteFactRead } from '../intelligence/site.ts'
import type { EntryId } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import { asKnownAt, notedOf, type Noted, type OnFile } from '../kernel/noted.ts'
import type { PlanFactRead, PlanFile } from './plan-file.ts'
import { planAt } from './plan-fold.ts'

/** Something that came after a plan was authorised, and so was not known then. */
export interface CameSince {
  readonly noted: Noted
  readonly stream: string
  readonly type: string
}

/** What lay before whoever authorised a plan, and what has come since. */
export interface KnownWhen {
  readonly authorised: Noted
  readonly knownAt: Instant
  readonly policy: readonly string[]
  /** The plan at the version that was authorised. */
  readonly plan: PlanFile
  /** The entries of the site that had reached us by then: fold these, and ask again. */
  readonly site: readonly OnFile<SiteFactRead>[]
  /** In the order in which it reached us. */
  readonly since: readonly CameSince[]
}

/**
 * What was known when a plan was authorised; null where this entry authorised nothing.
 *
 * By the versions that were stored with it, and by when entries reached us: what somebody says today of yesterday was not
 * known yesterday.
 */
export function knownWhen(plan: readonly OnFile<PlanFactRead>[], site: readonly OnFile<SiteFactRead>[], authorisedBy: EntryId): KnownWhen | null {
  const entry = plan.find(({ id }) => id === authorisedBy)
  if (entry?.fact.type !== 'plan/authorised') return null
  const { fact } = entry
  const then = planAt(plan, fact.plan)
  if (!then) return null
  const known = asKnownAt(site.filter(({ version }) => version <= fact.site), fact.knownAt)
  const held = new Set([entry.id, ...known.map(({ id }) => id)])
  const later = [...plan.filter(({ version }) => version > fact.plan), ...site].filter(({ id }) => !held.has(id))
  return { authorised: notedOf(entry), knownAt: fact.knownAt, policy: fact.policy, plan: then, site: known, since: later.toSorted(byReceipt).map(cameSince) }
}

const cameSince = (entry: OnFile<PlanFactRead | SiteFactRead>): CameSince => ({
  noted: notedOf(entry),
  stream: entry.stream,
  type: entry.fact.type === 'words/withheld' ? entry.fact.of : entry.fact.type,
})

const byReceipt = (a: OnFile<unknown>, b: OnFile<unknown>): number => receivedOf(a) - receivedOf(b) || a.version - b.version || (a.stream < b.stream ? -1 : 1)

const receivedOf = ({ receivedAt, recordedAt }: OnFile<unknown>): Instant => receivedAt ?? recordedAt
