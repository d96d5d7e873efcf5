import type { Generated } from 'kysely'
import type { Look, Role } from '../core/kernel/access.ts'
import type { OrganisationId, OrganisationKind } from '../core/kernel/organisation.ts'
import type { Store } from '../ledger/store/store.ts'
import type { DeviceEnrolmentRow, DeviceRow, LinkedAccountRow, PasskeyRow, RecoveryCodeRow, SecondFactorRow, SessionRow, SignInHistoryRow, SpentChallengeRow } from './session/sign-in-tables.ts'
import type { PartnerHoldingRow, PartnerKeyRow, PartnerMemberRow, PartnerNoteRow } from './notes/notes-tables.ts'
import type { SearchTurnRow, SoughtRow } from './finding/finding-tables.ts'

/** Somebody who works here, or did. */
export interface PersonRow {
  readonly id: string
  readonly sign_in_name: string
  readonly name: string
  readonly role: Role
  readonly organisation: OrganisationId
  /** Which colleague said whose account this is, and when: until then it opens nothing. Null for an administrator, who opens no case. */
  readonly vouched_by: string | null
  readonly vouched_at: number | null
  readonly password_hash: string
  readonly must_change: 'yes' | 'no'
  readonly made_by: string
  readonly made_at: number
  readonly changed_by: string
  readonly changed_at: number
  readonly left_at: number | null
}

/** An organisation that works here, or did. */
export interface OrganisationRow {
  readonly id: OrganisationId
  readonly kind: OrganisationKind
  readonly name: string
  readonly made_by: string
  readonly made_at: number
  readonly changed_by: string
  readonly changed_at: number
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
  /** `none` where an act of the office was refused, which is a look at no file. */
  readonly look: Look | 'none'
  readonly allowed: 'yes' | 'no'
  readonly why_not: string | null
  /** The policy that decided; null of what was written before there were policies, and where none permits. */
  readonly policy: string | null
}

/** What somebody's row was, and from when. Kept by the database itself at every change. */
export interface HistoryRow extends Pick<PersonRow, 'sign_in_name' | 'name' | 'role' | 'organisation' | 'vouched_by' | 'vouched_at' | 'must_change' | 'left_at' | 'changed_by' | 'changed_at'> {
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
  readonly organisations: OrganisationRow
  readonly people_history: HistoryRow
  readonly sessions: SessionRow
  readonly second_factors: SecondFactorRow
  readonly recovery_codes: RecoveryCodeRow
  readonly passkeys: PasskeyRow
  readonly devices: DeviceRow
  readonly device_enrolments: DeviceEnrolmentRow
  readonly linked_accounts: LinkedAccountRow
  readonly spent_challenges: SpentChallengeRow
  readonly sign_in_history: SignInHistoryRow
  readonly attempts: AttemptRow
  readonly looks: LookRow
  readonly partner_keys: PartnerKeyRow
  readonly partner_members: PartnerMemberRow
  readonly partner_holdings: PartnerHoldingRow
  readonly partner_notes: PartnerNoteRow
  readonly search_turns: SearchTurnRow
  readonly sought: SoughtRow
}

export type DeskStore = Store<DeskTables>
