import { sql } from 'kysely'
import { fileOfStream } from '../../wire/filing/need-filing.ts'
import type { LedgerTables } from '../../ledger/row.ts'
import { faultOf } from '../../ledger/store/fault.ts'
import type { Store } from '../../ledger/store/store.ts'
import { behindIn } from './behind-shares.ts'
import { tableOf } from './file-sql.ts'
import type { InReach } from './in-reach.ts'
import { knownPapers } from './known-papers.ts'
import type { KnownFile, KnownPaper } from './rights.ts'

/** What filters a list of streams: what is in somebody's reach, and whose papers they see. */
export interface Mine {
  readonly reach: InReach
  readonly person: string
  readonly organisation: string
  /** Which papers of their organisation are theirs to see at all. */
  readonly papers: readonly KnownPaper['kind'][]
}

const KINDS: readonly KnownFile['kind'][] = ['site', 'plan', 'source']
const LOT = 400

/**
 * Of sources, those that somebody answers for: where a task names a source, something moves in its file and at the site in one moment, and whoever
 * hears of both knows that they belong together.
 */
const answeredForBy = (person: string) => sql`and (sources.handler = ${person} or sources.controller = ${person})`
const NOTHING_MORE = sql``

/** Of some streams, those that somebody may know of: a notice that something was recorded is itself a thing to know. */
export async function withinReach(store: Store<LedgerTables>, streams: readonly string[], { reach, ...mine }: Mine): Promise<ReadonlySet<string>> {
  const byFile = Map.groupBy(streams, fileOfStream)
  const known = new Set<string>(byFile.has('policy/unit') ? ['policy/unit'] : [])
  try {
    for (const kind of KINDS) {
      const files = [...byFile.keys()].filter((file) => file.startsWith(`${kind}/`))
      for (let at = 0; at < files.length; at += LOT) {
        const ids = files.slice(at, at + LOT).map((file) => file.slice(kind.length + 1))
        const { rows } = await sql<{ id: string }>`select id from ${tableOf(kind)} where id in (${sql.join(ids)}) and ${reach(kind)} ${kind === 'source' ? answeredForBy(mine.person) : NOTHING_MORE}`.execute(store.db)
        for (const { id } of rows) known.add(`${kind}/${id}`)
      }
    }
  } catch (error) {
    throw faultOf(error, store.where)
  }
  for (const paper of await papersOf(store, [...byFile.keys()], { reach, ...mine })) known.add(paper)
  return new Set(streams.filter((stream) => known.has(fileOfStream(stream))))
}

/** Of some papers, those of somebody's organisation. What was passed to people by name is nothing to their colleagues; what was passed on, to those who may not read the file behind it. */
async function papersOf(store: Store<LedgerTables>, files: readonly string[], { reach, person, organisation, papers }: Mine): Promise<readonly string[]> {
  const asked = files.filter((file) => papers.some((kind) => file.startsWith(`${kind}/`)))
  const theirs = [...(await knownPapers(store, asked))].filter(([, paper]) => paper.organisation === organisation || paper.to === organisation)
  const shares = theirs.flatMap(([, { kind, id }]) => (kind === 'share' ? [id] : []))
  if (shares.length === 0) return theirs.map(([file]) => file)
  const mine = sql`(giver = ${organisation} and ${behindIn(reach)}) or (giver <> ${organisation} and (named is null or named like ${`%,${person},%`}))`
  const { rows } = await sql<{ id: string }>`select id from shares where id in (${sql.join(shares)}) and (${mine})`.execute(store.db)
  const open = new Set(rows.map(({ id }) => `share/${id}`))
  return theirs.flatMap(([file, { kind }]) => (kind === 'share' && !open.has(file) ? [] : [file]))
}
