import { z } from 'zod'

/** Bytes as base64url, as browsers write them; a passkey's answer is some hundred bytes, and never this long. */
const Bytes = z.string().max(20_000)

const Transports = z.array(z.string().max(40)).max(10)
const Extensions = z.looseObject({})
const TYPE = z.literal('public-key')
const Attachment = z.enum(['platform', 'cross-platform']).exactOptional()

/** What a device answers when it was asked to make a passkey (WebAuthn 3, RegistrationResponseJSON). */
const RegistrationAnswer = z.strictObject({
  id: Bytes,
  rawId: Bytes,
  type: TYPE,
  authenticatorAttachment: Attachment,
  clientExtensionResults: Extensions,
  response: z.strictObject({
    clientDataJSON: Bytes,
    attestationObject: Bytes,
    authenticatorData: Bytes.exactOptional(),
    transports: Transports.exactOptional(),
    publicKeyAlgorithm: z.int().exactOptional(),
    publicKey: Bytes.exactOptional(),
  }),
})

/** What a device answers when it was asked for a passkey (WebAuthn 3, AuthenticationResponseJSON). */
export const PasskeyAssertedShape = z.strictObject({
  id: Bytes,
  rawId: Bytes,
  type: TYPE,
  authenticatorAttachment: Attachment,
  clientExtensionResults: Extensions,
  response: z.strictObject({ clientDataJSON: Bytes, authenticatorData: Bytes, signature: Bytes, userHandle: Bytes.exactOptional() }),
})

export type PasskeyAsserted = z.infer<typeof PasskeyAssertedShape>

/** What `POST /api/session/passkeys` takes: the passkey a device made, and what its owner calls it. */
export const PasskeyMadeShape = z.strictObject({
  name: z.string().trim().min(1).max(60).meta({ description: 'What its owner knows it by, such as the machine it is in' }),
  answer: RegistrationAnswer,
})

export type PasskeyMade = z.infer<typeof PasskeyMadeShape>

const Known = z.array(z.strictObject({ id: z.string(), type: TYPE, transports: z.array(z.string()).exactOptional() }))

/** What a device is asked with for making a passkey (WebAuthn 3, PublicKeyCredentialCreationOptionsJSON). */
export const PasskeyToMakeShape = z.looseObject({
  challenge: z.string(),
  rp: z.looseObject({ id: z.string().exactOptional(), name: z.string() }),
  user: z.looseObject({ id: z.string(), name: z.string(), displayName: z.string() }),
  pubKeyCredParams: z.array(z.strictObject({ type: TYPE, alg: z.int() })),
  excludeCredentials: Known.exactOptional(),
})

export type PasskeyToMake = z.infer<typeof PasskeyToMakeShape>

/** What a device is asked with for a passkey (WebAuthn 3, PublicKeyCredentialRequestOptionsJSON). */
export const PasskeyAskedShape = z.looseObject({ challenge: z.string(), rpId: z.string().exactOptional(), allowCredentials: Known.exactOptional() })

export type PasskeyAsked = z.infer<typeof PasskeyAskedShape>
