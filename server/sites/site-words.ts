import type { Look } from '../../core/kernel/access.ts'
import { foldSite } from '../../core/intelligence/site-fold.ts'
import type { SiteFactRead } from '../../core/intelligence/site.ts'
import { NO_OTHER_IDS, otherIdsOf, type OtherIds, type SiteWords } from '../../wire/office/without-site.ts'
import type { OpenFile } from '../case/open-file.ts'
import type { Office } from '../office.ts'
import { knownFiles } from '../rights/known-files.ts'
import type { SignedIn } from '../session/sessions.ts'

/** Whether the words of a site are for somebody, and under which ids they are told of what lies in its file. */
export interface SiteShown {
  readonly words: SiteWords
  readonly ids: OtherIds
}

/** What of a site that is open for weighing is shown to whoever weighs it: all, where the policies would let them read it as well, and otherwise none of its words. */
export async function siteShownTo({ cases, now, rights }: Office, who: SignedIn, look: Look, { access, entries }: OpenFile<SiteFactRead>): Promise<SiteShown> {
  const known = (await knownFiles(cases.entries, [access.stream], { person: who.id, now: now() })).get(access.stream)
  if (known && rights.onFile(who, 'read', known, look).allowed === 'yes') return { words: 'open', ids: NO_OTHER_IDS }
  const site = foldSite(entries)
  return { words: 'not-for-you', ids: site ? otherIdsOf(site) : NO_OTHER_IDS }
}
