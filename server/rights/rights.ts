import type { Look } from '../../core/kernel/access.ts'
import type { FileAction, OfficeAction, RequestAction, ShareAction } from '../../core/kernel/action.ts'
import type { OrganisationId } from '../../core/kernel/organisation.ts'
import type { SignedIn } from '../session/sessions.ts'

/** As much of whoever asks as a decision needs. */
export type Asker = Pick<SignedIn, 'id' | 'role' | 'organisation' | 'vouched'>

/** How somebody stands to a file. */
export const RELATIONS = ['named', 'opened-it', 'handles-it', 'oversees-it', 'has-a-task', 'on-its-plan', 'broke-the-glass', 'was-told'] as const
export type Relation = (typeof RELATIONS)[number]

/** What a decision must know of a file: whose it is, how far it reaches, and how whoever asks stands to it. Nothing of what it says. */
export interface KnownFile {
  readonly kind: 'site' | 'plan' | 'source'
  readonly id: string
  /** The organisation that opened it. */
  readonly organisation: OrganisationId
  /** `unit`: whoever in that organisation works on its kind; `named`: only those who are named for it. */
  readonly reach: 'unit' | 'named'
  readonly relations: readonly Relation[]
}

/** Something passed on, or a request, with whose it is and to whom it went. */
export interface KnownPaper {
  readonly kind: 'share' | 'request'
  readonly id: string
  readonly organisation: OrganisationId
  /** The organisation it was passed on to; null for a request. */
  readonly to: OrganisationId | null
}

/** A decision, and the policy that made it. No policy made a refusal where none permits. */
export type Decided = { readonly allowed: 'yes'; readonly policy: string } | { readonly allowed: 'no'; readonly policy: string | null }

/** Who may do what. Decided by the policies in `policies/`, and by nothing else. */
export interface Rights {
  readonly onOffice: (who: Asker, action: OfficeAction) => Decided
  readonly onFile: (who: Asker, action: FileAction, file: KnownFile, look: Look) => Decided
  readonly onPaper: (who: Asker, action: ShareAction | RequestAction, paper: KnownPaper, look: Look) => Decided
}
