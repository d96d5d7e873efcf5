import type { Generated } from 'kysely'

/** How somebody last showed who they are: by the password alone, by it and a code, or by a passkey. */
export type ProvedBy = 'password' | 'code' | 'passkey'

export interface SessionRow {
  readonly token_digest: string
  /** What the session goes by where its owner looks at it; it opens nothing. */
  readonly id: string
  readonly person: string
  readonly made_at: number
  readonly seen_at: number
  readonly ends_at: number
  /** Coarse: the network and not the machine. */
  readonly address: string
  readonly proved_at: number
  readonly proved_by: ProvedBy
  /** The enrolled device it was begun on; null where it was on none. */
  readonly device: string | null
}

/** What the codes of somebody's telephone are reckoned from, sealed. It counts once a first code has confirmed it. */
export interface SecondFactorRow {
  readonly person: string
  readonly box: string
  readonly made_at: number
  readonly confirmed_at: number | null
  /** The step of the last code that was taken. No code of this step or an earlier one is taken again. */
  readonly last_step: number
}

export interface RecoveryCodeRow {
  readonly digest: string
  readonly person: string
  readonly made_at: number
  readonly used_at: number | null
}

export interface PasskeyRow {
  readonly id: string
  readonly person: string
  readonly name: string
  readonly public_key: string
  readonly counter: number
  readonly transports: string
  readonly held: 'one-device' | 'synced'
  readonly made_at: number
  readonly used_at: number | null
}

/** A challenge that was answered. Challenges that were only given out are kept nowhere. */
export interface SpentChallengeRow {
  readonly mark: string
  readonly ends_at: number
}

/** What was done to somebody's ways of signing in, by themselves or by an administrator. Nothing in it is ever changed. */
export interface SignInHistoryRow {
  readonly number: Generated<number>
  readonly person: string
  readonly what: 'code-on' | 'code-off' | 'taken-away' | 'recovery-codes-made' | 'recovery-code-used' | 'passkey-added' | 'passkey-removed' | 'account-linked' | 'account-unlinked' | 'device-allowed' | 'device-enrolled'
  readonly by: string
  readonly at: number
}

/** A browser that an administrator let in. It serves the people of one organisation, and its row stays after it was revoked. */
export interface DeviceRow {
  readonly id: string
  readonly digest: string
  readonly organisation: string
  readonly name: string
  readonly allowed_by: string
  readonly enrolled_by: string
  readonly enrolled_at: number
  readonly seen_at: number
  readonly revoked_by: string | null
  readonly revoked_at: number | null
}

/** A code that was handed over and not used yet, for one person and one browser. */
export interface DeviceEnrolmentRow {
  readonly digest: string
  readonly person: string
  readonly name: string
  readonly allowed_by: string
  readonly ends_at: number
}

/** Who somebody is at another's service. */
export interface LinkedAccountRow {
  readonly id: string
  readonly issuer: string
  readonly subject: string
  readonly person: string
  readonly made_at: number
  readonly used_at: number | null
}
