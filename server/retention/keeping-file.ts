import { isOpaque, type HolderId } from '../../core/kernel/id.ts'
import { instant, type Instant } from '../../core/kernel/instant.ts'
import type { OnFile } from '../../core/kernel/noted.ts'
import type { KeepingFact } from '../../core/retention/keeping-facts.ts'
import { foldKeeping, type Keeping } from '../../core/retention/keeping.ts'
import { streamsOf } from '../../ledger/forgotten-reach.ts'
import { faultOf } from '../../ledger/store/fault.ts'
import { fileOfWords, holderIn, keepingStream, readKeepingFact } from '../../wire/filing/retention-filing.ts'
import type { CaseWorker } from '../case/caller.ts'
import type { AccessRefusalCode } from '../gate.ts'
import type { Office } from '../office.ts'

/** What is known of how long a holder's words are kept, for somebody who may look into every file in which they lie. */
export interface KeepingFile {
  readonly holder: HolderId
  readonly of: 'file' | 'within-a-file'
  /** Never none. */
  readonly files: readonly [string, ...string[]]
  readonly entries: readonly OnFile<KeepingFact>[]
  readonly keeping: Keeping
  readonly version: number
}

type Right = 'read' | 'hold' | 'forget'

export type KeepingOpened = { readonly accepted: true; readonly file: KeepingFile } | { readonly accepted: false; readonly code: AccessRefusalCode }

const FILES: readonly string[] = ['site', 'plan', 'source', 'share', 'request']

/** Where the words of a holder lie; a file that nobody has opened lies in itself, and the gate says that it is none. */
export async function filesOf({ cases }: Pick<Office, 'cases'>, holder: HolderId): Promise<readonly [string, ...string[]]> {
  const streams = await streamsOf(cases.entries, holder)
  const own = FILES.includes(holderIn(holder)?.kind ?? '') ? [holder] : []
  const [first = holder, ...others] = [...new Set<string>([...own, ...streams.flatMap((stream) => fileOfWords(stream) ?? [])])]
  return [first, ...others]
}

/** Whether somebody has this right on each of these files; the first refusal, where there is one. Each is asked of the gate and stands in the log. */
export async function refusedOn({ gate }: Pick<Office, 'gate'>, who: CaseWorker, files: readonly string[], right: Right): Promise<AccessRefusalCode | null> {
  for (const file of files) {
    const admitted = await gate.admit(who, ...asked(file, who, right))
    if (!admitted.accepted) return admitted.code
  }
  return null
}

/** What was passed on and what was asked for are papers, each with one act that those who answer for it may do. */
function asked(file: string, { look }: CaseWorker, right: Right): Parameters<Office['gate']['admit']> extends [unknown, ...infer Rest] ? Rest : never {
  if (file.startsWith('share/')) return [file, look, right === 'read' ? 'read' : 'recall']
  if (file.startsWith('request/')) return [file, look, right === 'read' ? 'read' : 'answer-request']
  return [keepingStream(file), look, right]
}

/** Opens what is known of how long a holder's words are kept. Of somebody of whom nothing was told there is nothing to know. */
export async function openKeeping(desk: Office, who: CaseWorker, holder: HolderId, right: Right): Promise<KeepingOpened> {
  const files = await filesOf(desk, holder)
  const code = isOpaque(holder) ? await refusedOn(desk, who, files, right) : 'access/no-such-file'
  if (code !== null) return { accepted: false, code }
  const stored = await desk.cases.ledger.read(keepingStream(holder))
  const entries = stored.map((entry) => ({ ...entry, fact: readKeepingFact({ type: entry.fact.type, clear: entry.fact.clear }) }))
  const version = entries.at(-1)?.version ?? 0
  return { accepted: true, file: { holder, of: FILES.includes(holderIn(holder)?.kind ?? '') ? 'file' : 'within-a-file', files, entries, keeping: keepingOf(entries), version } }
}

export const keepingOf = (entries: readonly OnFile<KeepingFact>[]): Keeping => foldKeeping(entries.toSorted((a, b) => a.version - b.version).map(({ fact }) => fact))

/** From when the term runs: from the last review, or else from when the first words came in. */
export async function termBegins({ cases: { entries } }: Pick<Office, 'cases'>, { holder, entries: kept }: Pick<KeepingFile, 'holder' | 'entries'>): Promise<Instant> {
  const review = kept.findLast(({ fact }) => fact.type === 'retention/reviewed')
  if (review) return review.recordedAt
  try {
    const first = await entries.db.selectFrom('entries').select((select) => select.fn.min('recorded_at').as('at')).where('about', '=', holder).executeTakeFirst()
    return instant(Number(first?.at ?? 0))
  } catch (error) {
    throw faultOf(error, entries.where)
  }
}
