import { useSay } from '../../../ui/say.tsx'
import type { ShownPlan } from './plan-asked.ts'

/** Says to whoever does not read the site that what is reckoned here rests on reports that they are not shown. */
export function NotForYou({ of: { siteWords } }: { readonly of: Pick<ShownPlan, 'siteWords'> }) {
  const say = useSay()
  return siteWords === 'open' ? null : <p className="reports-not-for-you">{say('plan-page.reports-not-for-you')}</p>
}
