import type { Provider, ShownByProvider } from '../../crypto/open-id.ts'

/** What the word of another's service is worth here. Whoever runs the unit and trusts theirs says so; it is passed in. */
export interface AccountPolicy {
  /** Ways of showing there (RFC 8176), and levels, that count as a code beside a password. Where none of them is told, a second factor is asked for here. */
  readonly asACode: { readonly methods: readonly string[]; readonly levels: readonly string[] }
}

/** Whatever was shown there counts as a password and nothing more. */
export const USUAL_ACCOUNT: AccountPolicy = { asACode: { methods: [], levels: [] } }

/** Another's service, and what its word is worth. */
export interface AccountDoor {
  readonly provider: Provider
  readonly policy: AccountPolicy
}

/** As what a session counts that was begun by it. */
export const countsAs = ({ asACode: { methods, levels } }: AccountPolicy, shown: ShownByProvider): 'password' | 'code' =>
  shown.methods.some((method) => methods.includes(method)) || (shown.level !== null && levels.includes(shown.level)) ? 'code' : 'password'
