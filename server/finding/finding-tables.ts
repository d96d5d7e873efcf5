import type { Generated } from 'kysely'
import type { Look, Role } from '../../core/kernel/access.ts'

/** How many searches somebody made since the first of them in this hour. */
export interface SearchTurnRow {
  readonly who: string
  readonly since_at: number
  readonly count: number
}

/** A file that a search touched; empty where it touched none. */
export interface SoughtRow {
  readonly number: Generated<number>
  readonly at: number
  readonly who: string
  readonly role: Role
  readonly look: Look
  readonly file: string
}
