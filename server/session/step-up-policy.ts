/** When somebody who is signed in is asked anew who they are. What is right here differs with the place, so it is passed in. */
export interface StepUpPolicy {
  /** How long a proof counts as fresh. */
  readonly freshMs: number
  /** What is asked of somebody who has nothing but a password. Whoever has a second factor or a passkey is asked for it in any case. */
  readonly passwordAlone: 'is-asked-again' | 'is-not-asked'
}

/** Five minutes: long enough to read a plan once more and sign it, too short for whoever finds the screen (NIST SP 800-63B-3, 7.2, leaves the length to the risk). */
export const USUAL_STEP_UP: StepUpPolicy = { freshMs: 5 * 60_000, passwordAlone: 'is-asked-again' }

/**
 * What asks for a fresh proof: acts of authority, who works here, and somebody's own ways of signing in.
 *
 * Standing down is not among them, since it never waits; nor is anything that is observed.
 */
export const ASKS_FRESH_PROOF = [
  'plan/authorise', 'need/set-reach', 'plan/refuse', 'site/close-lead', 'share/release', 'share/release-at-once', 'source/authorise', 'source/give-charge', 'policy/sign', 'request/answer', 'request/lift-restriction',
  'people/add', 'people/password', 'people/leave', 'people/take-away', 'people/place', 'people/vouch', 'organisations/add', 'organisations/name',
  'hold/lift', 'forgetting/ask', 'forgetting/second',
  'own/second-factor', 'own/recovery-codes', 'own/passkey', 'own/account', 'own/device', 'devices/allow', 'devices/revoke',
] as const

export type AsksFreshProof = (typeof ASKS_FRESH_PROOF)[number]

/** Whether an act, as `plan/authorise` or `site/receive-report`, is one of them. */
export const asksFreshProof = (act: string): act is AsksFreshProof => (ASKS_FRESH_PROOF as readonly string[]).includes(act)
