import type { Refusal } from '../../core/refusals.ts'
import { isoOf, instant } from '../../core/kernel/instant.ts'
import { refuse } from '../http/problem.ts'
import type { Office } from '../office.ts'

/** The domain says no: its code in words, with the codes, ids and dates it names. */
export const refuseDomain = ({ speak }: Pick<Office, 'speak'>, refusal: Refusal): Response => refuse(speak, { code: refusal.code, detail: detailOf(refusal) })

function detailOf({ code, ...names }: Refusal): string {
  const told = Object.entries(names).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${textOf(name, value)}`]))
  return told.length === 0 ? code : told.join('; ')
}

/** What a refusal names that is an instant; every other number is one. */
const INSTANTS: ReadonlySet<string> = new Set(['due', 'until'])

function textOf(name: string, value: unknown): string {
  if (Array.isArray(value)) return value.join(', ')
  return typeof value === 'number' && INSTANTS.has(name) ? isoOf(instant(value)) : String(value)
}
