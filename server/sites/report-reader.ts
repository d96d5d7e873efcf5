import type { ReportReader } from '../../core/intelligence/reads-report.ts'
import { siteStream } from '../../wire/filing/site-filing.ts'
import type { Office } from '../office.ts'
import { knownFiles } from '../rights/known-files.ts'
import type { Relation } from '../rights/rights.ts'
import type { SignedIn } from '../session/sessions.ts'

/** By what somebody counts as a named recipient: it was written down that they need to know, they opened the file, or a life is in danger. A task is given by anybody, to oneself too, and names nobody. */
const NAMED: readonly Relation[] = ['named', 'opened-it', 'broke-the-glass']

/** How somebody stands to the reports of a site, for the labels that say how far each may be passed on. */
export async function reportReader({ cases, now }: Pick<Office, 'cases' | 'now'>, who: SignedIn, site: string): Promise<ReportReader> {
  const file = siteStream(site)
  const known = (await knownFiles(cases.entries, [file], { person: who.id, now: now() })).get(file)
  return {
    id: who.id,
    named: known?.relations.some((relation) => NAMED.includes(relation)) ? 'yes' : 'no',
    own: known?.organisation === who.organisation.id ? 'yes' : 'no',
    oversees: who.organisation.kind === 'oversight' ? 'yes' : 'no',
  }
}
