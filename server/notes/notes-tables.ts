import type { OrganisationId } from '../../core/kernel/organisation.ts'

/** A key of an organisation. Of its private half there is only what recovery shares open. */
export interface PartnerKeyRow {
  readonly id: string
  readonly organisation: OrganisationId
  readonly version: number
  readonly public_key: string
  readonly shares: number
  readonly need: number
  readonly share_set: string
  /** The number of the share that was typed back from paper before the key was sent here. */
  readonly typed_back: number
  readonly recovery_box: string | null
  readonly made_by: string
  readonly made_at: number
  readonly retired_at: number | null
}

/** Somebody's own key for notes. The boxes are gone once they were removed. */
export interface PartnerMemberRow {
  readonly person: string
  readonly organisation: OrganisationId
  readonly public_key: string
  readonly salt: string
  readonly iterations: number
  readonly private_box: string | null
  readonly trust_box: string | null
  readonly made_at: number
  readonly removed_by: string | null
  readonly removed_at: number | null
}

/** A key of the organisation, sealed to one of its people. */
export interface PartnerHoldingRow {
  readonly id: string
  readonly key: string
  readonly person: string
  readonly box: string
  readonly let_in_by: string
  readonly made_at: number
}

/** One version of a note. Its text is in the box and nowhere else; what is deleted has none. */
export interface PartnerNoteRow {
  readonly id: string
  readonly organisation: OrganisationId
  readonly note: string
  readonly version: number
  readonly made_by: string
  readonly made_at: number
  readonly key: string | null
  readonly box: string | null
  readonly deleted_by: string | null
  readonly deleted_at: number | null
}
