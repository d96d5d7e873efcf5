import type { Generated } from 'kysely'
import type { Look } from '../core/kernel/access.ts'
import type { Role } from '../wire/office/roles.ts'
import type { Store } from '../ledger/store/store.ts'
import type { PasskeyRow, RecoveryCodeRow, SecondFactorRow, SessionRow, SignInHistoryRow, SpentChallengeRow } from './session/sign-in-tables.ts'

/** Somebody who works here, or did. */
export interface PersonRow {
  readonly id: string
  readonly sign_in_name: string
  readonly name: string
  readonly role: Role
  readonly password_hash: string
  readonly must_change: 'yes' | 'no'
  readonly made_by: string
  readonly made_at: number
  readonly changed_by: string
  readonly changed_at: number
  readonly left_at: number | null
}

/** How often a mark was tried in vain, and until when it is not heard. */
export interface AttemptRow {
  readonly mark: string
  readonly tries: number
  readonly last_at: number
  readonly until_at: number
}

/** A line of the access log. An administrator's are all refusals. */
export interface LookRow {
  readonly number: Generated<number>
  readonly at: number
  readonly who: string
  readonly role: Role
  readonly stream: string
  readonly look: Look
  readonly allowed: 'yes' | 'no'
  readonly why_not: string | null
}

/** What somebody's row was, and from when. Kept by the database itself at every change. */
export interface HistoryRow extends Pick<PersonRow, 'sign_in_name' | 'name' | 'role' | 'must_change' | 'left_at' | 'changed_by' | 'changed_at'> {
  readonly number: Generated<number>
  readonly person: string
  readonly password: 'made' | 'changed' | 'same'
}

/**
 * The plain tables of the office: who works here, who is signed in, who tried in vain, who looked.
 *
 * None of it is a fact about a case, and so none of it is in the ledger.
 */
export interface DeskTables {
  readonly people: PersonRow
  readonly people_history: HistoryRow
  readonly sessions: SessionRow
  readonly second_factors: SecondFactorRow
  readonly recovery_codes: RecoveryCodeRow
  readonly passkeys: PasskeyRow
  readonly spent_challenges: SpentChallengeRow
  readonly sign_in_history: SignInHistoryRow
  readonly attempts: AttemptRow
  readonly looks: LookRow
}

export type DeskStore = Store<DeskTables>
