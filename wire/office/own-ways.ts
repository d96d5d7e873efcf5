import { z } from 'zod'
import { InstantAnswer, type Sent } from '../api.ts'

export const PROOFS = ['password', 'code', 'passkey'] as const

/** What was done to somebody's ways of signing in. */
export const WAYS_CHANGED = ['code-on', 'code-off', 'taken-away', 'recovery-codes-made', 'recovery-code-used', 'passkey-added', 'passkey-removed', 'account-linked', 'account-unlinked', 'device-allowed', 'device-enrolled'] as const

const Passkey = z.strictObject({
  id: z.string(),
  name: z.string(),
  held: z.enum(['one-device', 'synced']).meta({ description: 'Whether it stays in the device, or its maker copies it to other devices of the same person' }),
  madeAt: InstantAnswer,
  usedAt: InstantAnswer.nullable(),
})

const OwnSession = z.strictObject({
  id: z.string(),
  begunAt: InstantAnswer,
  seenAt: InstantAnswer.meta({ description: 'To the minute' }),
  from: z.string().meta({ description: 'The network it was begun from, not the machine' }),
  provedAt: InstantAnswer,
  provedBy: z.enum(PROOFS),
  device: z.string().nullable().meta({ description: 'The name of the enrolled device it was begun on; null where it was on none' }),
  current: z.enum(['yes', 'no']),
})

/** What `GET /api/session/ways` answers: how somebody signs in, and where they are signed in. */
export const OwnWaysShape = z.strictObject({
  secondFactor: z.enum(['on', 'off']),
  recoveryCodesLeft: z.int().min(0),
  passkeys: z.array(Passkey),
  passkeysHere: z.enum(['yes', 'no']).meta({ description: 'Whether passkeys can be used at the address this page was opened at' }),
  account: z.strictObject({
    offered: z.enum(['yes', 'no']),
    at: z.string().nullable().meta({ description: 'The host of the service' }),
    linkedAt: InstantAnswer.nullable(),
    usedAt: InstantAnswer.nullable(),
  }).meta({ description: 'Their own account at another service, which they linked themselves' }),
  device: z.string().nullable().meta({ description: 'The name of the enrolled device this browser is; null where it is none' }),
  sessions: z.array(OwnSession),
  freshUntil: InstantAnswer.nullable().meta({ description: 'Until when nothing more is asked before an act of authority; null where something is' }),
  history: z.array(z.strictObject({ at: InstantAnswer, what: z.enum(WAYS_CHANGED), by: z.enum(['oneself', 'administrator']) })).meta({ description: 'The last twenty, the newest first' }),
})

export type OwnWaysSent = Sent<typeof OwnWaysShape>

/** What `POST /api/session/second-factor` answers: told this once. */
export const CodeSecretShape = z.strictObject({
  secret: z.string().meta({ description: 'The secret as letters to type into the application' }),
  address: z.string().meta({ description: 'The same as an otpauth: address' }),
})

/** Recovery codes, told this once. */
export const RecoveryCodesShape = z.strictObject({ recoveryCodes: z.array(z.string()) })
