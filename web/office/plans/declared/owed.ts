import { LADDER, lesserRungs, type Rung } from '../../../../core/planning/ladder.ts'
import type { DeclaredList } from './declared.ts'
import type { Filled } from './filled.ts'

const isRung = (rung: unknown): rung is Rung => (LADDER as readonly unknown[]).includes(rung)

/** Whom or what a list still owes an entry: everyone at risk, every event, every way that intrudes less than the one chosen. */
export function owedIn({ list, each }: DeclaredList, { lists }: Filled, rung: unknown): readonly string[] {
  if (!each) return []
  const asked = each.words === 'rung' ? (isRung(rung) ? lesserRungs(rung) : []) : each.of
  const rows = [...(lists[list] ?? []), ...(each.or ? (lists[each.or] ?? []) : [])]
  return asked.filter((one) => !rows.some((row) => row[each.field] === one))
}
