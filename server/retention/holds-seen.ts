import type { HolderId } from '../../core/kernel/id.ts'
import type { CaseWorker } from '../case/caller.ts'
import type { Office } from '../office.ts'
import { filesBehind } from '../rights/behind-shares.ts'
import { knownFiles } from '../rights/known-files.ts'
import { knownPapers } from '../rights/known-papers.ts'
import type { KnownFile, KnownPaper } from '../rights/rights.ts'
import { filesOf, type KeepingFile } from './keeping-file.ts'
import type { Weighed } from './keeping-reach.ts'

/**
 * Of the holds that stand elsewhere, those that somebody may know of: on words that lie only in files they may read. That a hold is there tells of
 * the file it is on.
 *
 * A source is told of to whoever answers for them, since it would stand beside the place whose words lie in its file.
 */
export async function holdsSeen(desk: Office, who: CaseWorker, { files: own }: KeepingFile, standing: Weighed['standing']): Promise<Weighed['standing']> {
  const held = [...new Set(standing.map(({ holder }) => holder))]
  const lying = new Map(await Promise.all(held.map(async (holder) => [holder, await filesOf(desk, holder as HolderId)] as const)))
  const told = await toldOf(desk, who, [...new Set([...lying.values()].flat())].filter((file) => !own.includes(file)))
  return standing.filter(({ holder }) => lying.get(holder)?.every((file) => own.includes(file) || told.has(file)))
}

/** Of some files and papers, those that somebody may be told of. Nothing is opened, so nothing stands in the log. */
async function toldOf({ cases, rights, now }: Office, who: CaseWorker, files: readonly string[]): Promise<ReadonlySet<string>> {
  const isPaper = (file: string): boolean => /^(?:share|request)\//.test(file)
  const asked = { person: who.id, now: now(), organisation: who.organisation.id }
  const papers = await knownPapers(cases.entries, files.filter(isPaper))
  const [known, behind] = await Promise.all([knownFiles(cases.entries, files.filter((file) => !isPaper(file)), asked), filesBehind(cases.entries, papers.values(), asked)])
  const reads = (file: KnownFile): boolean => rights.onFile(who, 'read', file, who.look).allowed === 'yes' && (file.kind !== 'source' || file.relations.some((relation) => ANSWERS.has(relation)))
  const readsPaper = (name: string, paper: KnownPaper): boolean => {
    const file = behind.get(name)
    return file !== null && (file === undefined || reads(file)) && rights.onPaper(who, paper.kind === 'share' ? 'read-share' : 'read-request', paper, who.look).allowed === 'yes'
  }
  return new Set([...[...known].flatMap(([name, file]) => (reads(file) ? [name] : [])), ...[...papers].flatMap(([name, paper]) => (readsPaper(name, paper) ? [name] : []))])
}

const ANSWERS: ReadonlySet<KnownFile['relations'][number]> = new Set(['handles-it', 'oversees-it'])
