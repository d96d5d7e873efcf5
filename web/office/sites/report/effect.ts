import type { GateId, GateState } from '../../../../core/certainty/gates.ts'
import { instant, type Instant } from '../../../../core/kernel/instant.ts'
import { assess } from '../../../reading/assessed.ts'
import { NOT_SAID } from '../../../entry/file-of.ts'
import { typedLocally } from '../../form/local-time.ts'
import type { KnownShare } from '../../figures/interval.tsx'
import { fileAt, numberOf, type Board } from '../board/board.ts'
import type { ReportDraft } from './report-draft.ts'
import { isWeighable, type writtenReport } from './written-report.ts'

/** What one more report would do to a site: the number before and after it, and the gates it would open or close. */
export interface Effect {
  readonly was: KnownShare | null
  readonly is: KnownShare | null
  readonly gates: readonly { readonly id: GateId; readonly from: GateState; readonly to: GateState }[]
  /** Whether it would count at all for this hour, and weigh. */
  readonly weighs: 'yes' | 'no'
}

/** What a report would do before it is taken in, by the same functions that reckon it afterwards; null where too little is filled in. */
export function effectOf(board: Board, draft: ReportDraft, row: ReturnType<typeof writtenReport>, now: Instant): Effect | null {
  if (!isWeighable(draft)) return null
  const { operation } = board.site
  const knownAt = instant(Math.max(board.knownAt, now))
  const at = board.asksFor === 'the-moment-known' ? knownAt : board.at
  const said = row.says === '' ? NOT_SAID : row.says
  const reports = [...(Array.isArray(operation['reports']) ? (operation['reports'] as readonly unknown[]) : []), { ...row, says: said }]
  const [before, after] = [operation, { ...operation, reports }].map((file) => assess(fileAt(file, at, knownAt), { inForce: board.assessed.inForce })?.asked)
  if (!after || !before) return null
  const gates = after.answer.gates.flatMap(({ id, state: to }) => {
    const from = before.answer.gates.find((gate) => gate.id === id)?.state ?? 'unknown'
    return from === to ? [] : [{ id, from, to }]
  })
  return { was: numberOf(before), is: numberOf(after), gates, weighs: after.answer.roots.includes(row.id) ? 'yes' : 'no' }
}

/** Whether what is typed as received lies ahead: then it does not count yet. */
export const isAhead = (typed: string, now: Instant): boolean => Date.parse(typedLocally(typed)) > now + A_MINUTE

const A_MINUTE = 60_000
