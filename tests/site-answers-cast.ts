import { NO_RECORDS } from '../core/intelligence/site-reports.ts'
import type { SiteFactRead } from '../core/intelligence/site.ts'
import type { Instant } from '../core/kernel/instant.ts'
import type { Sent } from '../wire/api.ts'
import { siteAnswer } from '../wire/office/site-answer.ts'
import type { SiteShape } from '../wire/office/site-answers.ts'
import { policy } from './asked.ts'
import { ANALYST, later, siteOf } from './site-cast.ts'

/** A site as the server answers with it, through JSON, for the tests of its pages. */
export function answeredSite(facts: readonly SiteFactRead[], { knownAt = later(2), plans = [] }: { readonly knownAt?: Instant; readonly plans?: Sent<typeof SiteShape>['plans'] } = {}): Sent<typeof SiteShape> {
  const answer = siteAnswer(siteOf(...facts), { id: 'site-one', at: knownAt, knownAt, records: NO_RECORDS, policy, speak: (code: string) => `words of ${code}`, plans: [...plans], names: { [ANALYST]: 'Analyst One' } })
  return JSON.parse(JSON.stringify(answer)) as Sent<typeof SiteShape>
}
