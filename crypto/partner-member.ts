import { asBytes, asText, bytesIn, drawn, textOf, type Bytes, type PartnerPlace } from './partner-bytes.ts'
import { locked, unlocked, type PlatformKey } from './partner-lock.ts'
import { newPair, openerFrom, type Opener } from './partner-pair.ts'
import { ITERATIONS, passphraseKey } from './partner-passphrase.ts'

/** Who somebody is among those who keep notes. */
export interface PartnerPerson {
  readonly organisation: string
  readonly person: string
}

/** What the server keeps of somebody's own key: the public half, and the rest under their passphrase. */
export interface MemberKept {
  readonly publicKey: string
  readonly salt: string
  readonly iterations: number
  readonly privateBox: string
  readonly trustBox: string
}

/** Somebody's own key while it is unlocked. Nothing of it prints or leaves the page. */
export interface Member extends PartnerPerson {
  readonly kept: MemberKept
  readonly opener: Opener
  readonly under: PlatformKey
  /** The keys of the organisation that this person made, rebuilt, or compared by their words. Nothing is sealed to any other. */
  readonly trusted: readonly string[]
}

const SALT_BYTES = 16

/** More than this keeps a browser busy for minutes, and was never asked for by us. */
export const MOST_ITERATIONS = 10_000_000

const privatePlace = ({ organisation, person }: PartnerPerson, { publicKey, salt, iterations }: Pick<MemberKept, 'publicKey' | 'salt' | 'iterations'>): PartnerPlace => ['private', organisation, person, publicKey, salt, iterations]
const trustPlace = ({ organisation, person }: PartnerPerson, { publicKey, salt }: Pick<MemberKept, 'publicKey' | 'salt'>): PartnerPlace => ['trust', organisation, person, publicKey, salt]

/** Makes somebody's own key under their passphrase. */
export async function newMember(who: PartnerPerson, passphrase: string): Promise<Member> {
  const pair = await newPair()
  return lockedAnew({ who, opener: pair, secret: pair.secret, trusted: [] }, passphrase)
}

interface Holding {
  readonly who: PartnerPerson
  readonly opener: Opener
  readonly secret: Bytes
  readonly trusted: readonly string[]
}

/** Wipes the private half once it lies in its box. */
async function lockedAnew({ who: { organisation, person }, opener: { publicKey, privateKey }, secret, trusted }: Holding, passphrase: string): Promise<Member> {
  const [who, salt] = [{ organisation, person }, drawn(SALT_BYTES)]
  const under = await passphraseKey(passphrase, salt, ITERATIONS)
  const begun = { publicKey, salt: textOf(salt), iterations: ITERATIONS }
  const privateBox = await locked(under, secret, privatePlace(who, begun))
  secret.fill(0)
  const kept = { ...begun, privateBox, trustBox: await locked(under, asBytes(JSON.stringify(trusted)), trustPlace(who, begun)) }
  return { ...who, kept, opener: { publicKey, privateKey }, under, trusted }
}

/** Unlocks somebody's own key; null where the passphrase is another, or anything of what was kept was altered. */
export async function unlockedMember(who: PartnerPerson, kept: MemberKept, passphrase: string): Promise<Member | null> {
  const found = await heldUnder(who, kept, passphrase)
  found?.secret.fill(0)
  return found === null ? null : { organisation: who.organisation, person: who.person, kept, opener: found.opener, under: found.under, trusted: found.trusted }
}

async function heldUnder(who: PartnerPerson, kept: MemberKept, passphrase: string): Promise<(Holding & { readonly under: PlatformKey }) | null> {
  if (!(kept.iterations >= ITERATIONS && kept.iterations <= MOST_ITERATIONS)) return null
  const under = await passphraseKey(passphrase, bytesIn(kept.salt) ?? new Uint8Array(), kept.iterations)
  const secret = await unlocked(under, kept.privateBox, privatePlace(who, kept))
  const opener = secret && (await openerFrom(secret))
  const trusted = trustedIn(await unlocked(under, kept.trustBox, trustPlace(who, kept)))
  return secret && opener?.publicKey === kept.publicKey && trusted ? { who, opener, secret, trusted, under } : null
}

function trustedIn(bytes: Bytes | null): readonly string[] | null {
  if (bytes === null) return null
  const read: unknown = JSON.parse(asText(bytes) ?? 'null')
  return Array.isArray(read) && read.every((key) => typeof key === 'string') ? read : null
}

/** The same person, trusting one more key of the organisation. What says so lies under their passphrase, where nobody else can write it. */
export async function trusting(member: Member, publicKey: string): Promise<Member> {
  const trusted = [...new Set([...member.trusted, publicKey])]
  return { ...member, trusted, kept: { ...member.kept, trustBox: await locked(member.under, asBytes(JSON.stringify(trusted)), trustPlace(member, member.kept)) } }
}

/** The same key under another passphrase; null where the old one is not the one in use. */
export async function withNewPassphrase(who: PartnerPerson, kept: MemberKept, { old, fresh }: { readonly old: string; readonly fresh: string }): Promise<Member | null> {
  const held = await heldUnder(who, kept, old)
  return held === null ? null : lockedAnew(held, fresh)
}
