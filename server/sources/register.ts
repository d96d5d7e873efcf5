import type { CertaintyPolicy } from '../../core/certainty/policy.ts'
import type { Taskable } from '../../core/intelligence/collection.ts'
import { foldSource, recordAt, taskable, type SourceFactRead } from '../../core/intelligence/source.ts'
import { sightOf, withinSight, type SourceReader } from '../../core/intelligence/source-sight.ts'
import type { SourceRecords } from '../../core/intelligence/site-reports.ts'
import type { CaseRole, Look } from '../../core/kernel/access.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import { readSourceFact, sourceStream } from '../../wire/filing/source-filing.ts'
import { recordKeptOf } from '../../wire/office/report-entered.ts'
import { asRead, type OpenFile } from '../case/open-file.ts'
import type { Office } from '../office.ts'
import { knownFiles } from '../rights/known-files.ts'
import type { SignedIn } from '../session/sessions.ts'

/** As much of the register as a site or an act needs: which kind each source is, whether they are free, and how often they were borne out. */
export interface Register {
  readonly sources: ReadonlyMap<string, Taskable>
  readonly records: SourceRecords
  /** Their files, without the words that are for those who answer for them. */
  readonly files: SourceFiles
  /** Those of them who are protected and for whom whoever asks does not answer, and those whose file was not opened: of them nobody knows that they are not. */
  readonly veiled: ReadonlySet<string>
}

export type SourceFiles = ReadonlyMap<string, OpenFile<SourceFactRead>>

/** Whose files are opened, and why. */
export interface AskedSources {
  readonly who: SignedIn
  readonly ids: readonly string[]
  readonly look: Look
  readonly action?: 'read' | 'weigh'
}

/** Opens the files of some sources, each with its line in the access log, as far as others rest on them. Those that are not there are left out. */
export async function openSources({ gate, cases }: Office, { who, ids, look, action = 'read' }: AskedSources): Promise<SourceFiles> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const admitted = await gate.admitToEach(who, wanted.map(sourceStream), look, action)
  const files = await Promise.all(
    admitted.map(async (leave, at) => (leave.accepted ? ([wanted[at] ?? '', inOutline(asRead(await cases.sealed.read(leave.access), leave.access, readSourceFact))] as const) : null)),
  )
  return new Map(files.filter((file) => file !== null && file[1].version > 0).map((file) => file as readonly [string, OpenFile<SourceFactRead>]))
}

const inOutline = (file: OpenFile<SourceFactRead>): OpenFile<SourceFactRead> => ({ ...file, entries: withinSight(file.entries, 'outline') })

/** The part of the register that these sources are, with their records as known at an instant. */
export async function registerOf(office: Office, asked: AskedSources, policy: CertaintyPolicy, knownAt: Instant): Promise<Register> {
  const files = await openSources(office, { ...asked, action: 'weigh' })
  const folded = [...files].flatMap(([id, { entries }]) => {
    const known = foldSource(entries)
    return known ? [{ id, source: known.source }] : []
  })
  const readerOf = await readersOf(office, asked, 'in-a-list')
  const seen = new Set(folded.flatMap(({ id, source }) => (sightOf(readerOf(id), source) === 'veiled' ? [] : [id])))
  return {
    files,
    sources: new Map(folded.map(({ id, source }) => [id, taskable(id, source)])),
    records: new Map([...files].map(([id, { entries }]) => [id, recordAt(entries, knownAt, (kind) => recordKeptOf(kind, policy))])),
    veiled: new Set(asked.ids.filter((id) => !seen.has(id))),
  }
}

/**
 * As whom somebody reads each of some sources.
 *
 * Whether they may answer for one is told by the policies, by which who a source is stays with the organisation that registered them.
 */
export async function readersOf({ cases, rights, now }: Office, { who, ids, look }: Omit<AskedSources, 'action'>, where: SourceReader['where']): Promise<(source: string) => SourceReader> {
  const known = await knownFiles(cases.entries, ids.map(sourceStream), { person: who.id, now: now() })
  const theirs = new Set([...known.values()].flatMap((file) => (rights.onFile(who, 'identify', file, look).allowed === 'yes' ? [file.id] : [])))
  return (source) => ({ id: who.id, role: who.role as CaseRole, mayAnswer: theirs.has(source) ? 'yes' : 'no', where })
}
