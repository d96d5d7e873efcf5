import type { WithheldFact, SiteFactRead } from '../../core/intelligence/site.ts'
import type { SiteFact } from '../../core/intelligence/site-facts.ts'
import type { Access } from '../../core/kernel/access.ts'
import { Defect, never } from '../../core/kernel/defect.ts'
import { holderOf, type HolderId } from '../../core/kernel/id.ts'
import { Sensitive } from '../../core/kernel/sensitive.ts'
import { inClear, type FiledFact, type HeldFact, type InClear } from './filed.ts'

/** The stream in which everything about a site lies, its reports too. */
export const siteStream = (site: string): string => `site/${site}`

/**
 * A fact of a site as it is filed.
 *
 * Everything is sealed, coded values too: the kind of a source tells who it was. What is said of a report goes with
 * that report, so that it can be forgotten by itself; the rest lies under the key of the place.
 */
export const fileSiteFact = (site: string, fact: SiteFact): FiledFact => ({
  type: fact.type,
  clear: clearOf(fact),
  told: { about: aboutOf(site, fact), said: new Sensitive<unknown>(fact) },
})

function aboutOf(site: string, fact: SiteFact): HolderId {
  if (fact.type === 'report/received') return holderOf('report', fact.report.id)
  return isOfAReport(fact) ? holderOf('report', fact.report) : holderOf('site', site)
}

type OfAReport = Extract<SiteFact, { readonly type: 'report/graded' | 'report/independence-recorded' | 'report/review-set' | 'lead/assigned' | 'lead/closed' }>
const OF_A_REPORT: ReadonlySet<SiteFact['type']> = new Set<OfAReport['type']>(['report/graded', 'report/independence-recorded', 'report/review-set', 'lead/assigned', 'lead/closed'])
const isOfAReport = (fact: SiteFact): fact is OfAReport => OF_A_REPORT.has(fact.type)

/** What filters a list: ids, numbers, owners and dates. Not even the answer to a task, which tells what somebody saw. */
function clearOf(fact: SiteFact): InClear {
  switch (fact.type) {
    case 'site/opened':
      return inClear({ number: fact.number, jurisdiction: fact.jurisdiction, venue: fact.venue, halfLifeDays: fact.halfLifeDays })
    case 'report/received':
      return inClear({ report: fact.report.id, reviewBy: fact.report.reviewBy })
    case 'report/review-set':
      return inClear({ report: fact.report, reviewBy: fact.reviewBy })
    case 'report/graded':
    case 'report/independence-recorded':
      return inClear({ report: fact.report })
    case 'task/set':
      return inClear({ task: fact.task.id, owner: fact.task.owner, due: fact.task.due })
    case 'task/answered':
      return inClear({ task: fact.task })
    case 'lead/assigned':
      return inClear({ report: fact.report, owner: fact.owner, verifyBy: fact.verifyBy, reviewBy: fact.reviewBy })
    case 'lead/closed':
      return inClear({ report: fact.report, reviewBy: fact.reviewBy })
    case 'site/described':
    case 'site/room-noted':
    case 'attempt/made':
    case 'shock/noted':
    case 'alternative/written':
    case 'dissent/recorded':
      return {}
    default:
      return never(fact)
  }
}

/**
 * A fact of a site as it is read.
 *
 * The words were written by `fileSiteFact` and sealed to their entry, so that they are what was told and need no second
 * reading. Where they are gone, what stood in clear is all there is.
 */
export function readSiteFact({ type, clear, said }: HeldFact, access: Access): SiteFactRead {
  if (said === null) throw new Defect(`an entry ${type} of a site has no words`)
  if (typeof said === 'string') return { type: 'words/withheld', of: type as SiteFact['type'], words: said, known: clear as WithheldFact['known'] }
  const fact = said.reveal(access) as SiteFact
  if (fact.type !== type) throw new Defect(`an entry ${type} holds the words of another`)
  return fact
}
