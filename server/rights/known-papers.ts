import type { LedgerTables } from '../../ledger/row.ts'
import type { Store } from '../../ledger/store/store.ts'
import { knownRequests } from './known-requests.ts'
import { knownShares } from './known-shares.ts'
import type { KnownPaper } from './rights.ts'

const idsOf = (kind: KnownPaper['kind'], papers: readonly string[]): readonly string[] => papers.flatMap((paper) => (paper.startsWith(`${kind}/`) ? [paper.slice(kind.length + 1)] : []))

/** What decisions must know of what was passed on and of requests, by their streams. Those that are not there are left out. */
export async function knownPapers(store: Store<LedgerTables>, papers: readonly string[]): Promise<ReadonlyMap<string, KnownPaper>> {
  const [shares, requests] = [idsOf('share', papers), idsOf('request', papers)]
  const [passedOn, asked] = await Promise.all([shares.length > 0 ? knownShares(store, shares) : [], requests.length > 0 ? knownRequests(store, requests) : []])
  return new Map<string, KnownPaper>([
    ...[...passedOn].map(([id, { organisation, to }]) => [`share/${id}`, { kind: 'share' as const, id, organisation, to }] as const),
    ...[...asked].map(([id, { organisation }]) => [`request/${id}`, { kind: 'request' as const, id, organisation, to: null }] as const),
  ])
}
