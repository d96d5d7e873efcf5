import type { PasskeyAsked, PasskeyAsserted, PasskeyMade, PasskeyToMake } from '../../../wire/office/passkeys.ts'

/** Whether this browser can ask a device for a passkey at all, here. */
export const canUsePasskeys = (): boolean => typeof window.PublicKeyCredential === 'function'

/** The library comes when somebody first uses a passkey. */
const library = () => import('@simplewebauthn/browser')

/** What the device answers, or null where it has none, cannot, or its owner called it off. Browsers do not tell which. */
export const passkeyFor = (asked: PasskeyAsked): Promise<PasskeyAsserted | null> =>
  library().then(({ startAuthentication }) => startAuthentication({ optionsJSON: asked as never }) as Promise<PasskeyAsserted>).catch(() => null)

/** A passkey the device made, or null as above. */
export const passkeyMadeFor = (toMake: PasskeyToMake): Promise<PasskeyMade['answer'] | null> =>
  library().then(({ startRegistration }) => startRegistration({ optionsJSON: toMake as never }) as Promise<PasskeyMade['answer']>).catch(() => null)
