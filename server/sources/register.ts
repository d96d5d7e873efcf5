import type { CertaintyPolicy } from '../../core/certainty/policy.ts'
import type { Taskable } from '../../core/intelligence/collection.ts'
import { foldSource, recordAt, taskable, type SourceFactRead } from '../../core/intelligence/source.ts'
import type { SourceRecords } from '../../core/intelligence/site-reports.ts'
import type { Look } from '../../core/kernel/access.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import { readSourceFact, sourceStream } from '../../wire/filing/source-filing.ts'
import { recordKeptOf } from '../../wire/office/report-entered.ts'
import { asRead, type OpenFile } from '../case/open-file.ts'
import type { Office } from '../office.ts'
import type { SignedIn } from '../session/sessions.ts'

/** As much of the register as a site or an act needs: which kind each source is, whether they are free, and how often they were borne out. */
export interface Register {
  readonly sources: ReadonlyMap<string, Taskable>
  readonly records: SourceRecords
}

/** Whose files are opened, and why. */
export interface AskedSources {
  readonly who: SignedIn
  readonly ids: readonly string[]
  readonly look: Look
}

/** Opens the files of some sources, each with its line in the access log. Those that are not there are left out. */
export async function openSources({ gate, cases }: Office, { who, ids, look }: AskedSources): Promise<ReadonlyMap<string, OpenFile<SourceFactRead>>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const admitted = await gate.admitToEach(who, wanted.map(sourceStream), look)
  const files = await Promise.all(
    admitted.map(async (leave, at) => (leave.accepted ? ([wanted[at] ?? '', asRead(await cases.sealed.read(leave.access), leave.access, readSourceFact)] as const) : null)),
  )
  return new Map(files.filter((file) => file !== null && file[1].version > 0).map((file) => file as readonly [string, OpenFile<SourceFactRead>]))
}

/** The part of the register that these sources are, with their records as known at an instant. */
export async function registerOf(office: Office, asked: AskedSources, policy: CertaintyPolicy, knownAt: Instant): Promise<Register> {
  const files = [...(await openSources(office, asked))]
  return {
    sources: new Map(files.flatMap(([id, { entries }]) => {
      const known = foldSource(entries)
      return known ? [[id, taskable(id, known.source)] as const] : []
    })),
    records: new Map(files.map(([id, { entries }]) => [id, recordAt(entries, knownAt, (kind) => recordKeptOf(kind, policy))])),
  }
}
