import { asBytes, drawn, type Bytes, type PartnerPlace } from './partner-bytes.ts'
import { locked, lockKeyFrom, unlocked, type PlatformKey } from './partner-lock.ts'
import type { Member, PartnerPerson } from './partner-member.ts'
import { newPair, openedBy, openerFrom, sealedTo, type Opener } from './partner-pair.ts'
import { lineOfNotesShare, notesSharesOf, RECOVERY_BYTES, secretsIn, type NotesShare, type ShareCount, type SharesLack } from './partner-shares.ts'
import { wordsOfKey } from './partner-words.ts'

/** A key of an organisation as the server keeps it. Its private half lies here only in boxes. */
export interface OrganisationKey extends ShareCount {
  readonly id: string
  readonly publicKey: string
  /** The making of the recovery shares. */
  readonly set: string
  /** The private half, under what the shares rebuild. */
  readonly recoveryBox: string
}

/** A key that was made here, before anybody has confirmed that its shares are on paper. */
export interface MadeKey {
  readonly key: OrganisationKey
  readonly opener: Opener
  /** The private half for whoever made it. */
  readonly holding: string
  /** The papers, one line each: shown, and sent nowhere. */
  readonly lines: readonly string[]
}

type Named = Pick<OrganisationKey, 'id' | 'publicKey'>

const holdingPlace = ({ organisation, person }: PartnerPerson, { id, publicKey }: Named): PartnerPlace => ['holding', organisation, id, publicKey, person]
const recoveryPlace = (organisation: string, { id, publicKey, set, of, need }: Omit<OrganisationKey, 'recoveryBox'>): PartnerPlace => ['recovery', organisation, id, publicKey, set, of, need]
const recoveryKey = (secret: Bytes): Promise<PlatformKey> => lockKeyFrom(secret, asBytes('daylight notes 1 recovery'))

/** Makes a key for an organisation, with a holding for whoever makes it and shares for paper. */
export async function newOrganisationKey(member: Member, id: string, count: ShareCount): Promise<MadeKey> {
  const { publicKey, privateKey, secret } = await newPair()
  const recovery = drawn(RECOVERY_BYTES)
  const shares = notesSharesOf(recovery, count)
  const named = { id, publicKey, ...count, set: shares[0]?.set ?? '' }
  const recoveryBox = await locked(await recoveryKey(recovery), secret, recoveryPlace(member.organisation, named))
  const holding = await sealedTo(member.opener.publicKey, secret, holdingPlace(member, named))
  recovery.fill(0)
  secret.fill(0)
  return { key: { ...named, recoveryBox }, opener: { publicKey, privateKey }, holding: holding ?? '', lines: await Promise.all(shares.map(lineOfNotesShare)) }
}

/** Opens a key of the organisation with somebody's own; null where the box is not theirs, or holds another key than it says. */
export async function openedHolding(member: Member, key: Named, holding: string): Promise<Opener | null> {
  const secret = await openedBy(member.opener, holding, holdingPlace(member, key))
  const opener = secret && (await openerFrom(secret))
  secret?.fill(0)
  return opener?.publicKey === key.publicKey ? opener : null
}

/** A holding for a colleague, made from one's own; null where that does not open. The colleague's key is to be compared by its words before. */
export async function holdingFor(member: Member, key: Named & { readonly holding: string }, colleague: { readonly person: string; readonly publicKey: string }): Promise<string | null> {
  const secret = await openedBy(member.opener, key.holding, holdingPlace(member, key))
  if (secret === null) return null
  const holding = await sealedTo(colleague.publicKey, secret, holdingPlace({ organisation: member.organisation, person: colleague.person }, key))
  secret.fill(0)
  return holding
}

/** Why papers do not bring a key back. */
export type RecoveryRefusal = SharesLack | { readonly code: 'shares/wrong' }

export type Recovered = { readonly accepted: true; readonly opener: Opener; readonly holding: string } | { readonly accepted: false; readonly refusal: RecoveryRefusal }

/** Brings a key of the organisation back from its papers, for whoever sits here. Nothing but a box for them leaves the page. */
export async function recoveredKey(member: Member, key: OrganisationKey, shares: readonly NotesShare[]): Promise<Recovered> {
  const found = secretsIn(shares, key.set, key.need)
  if (!found.accepted) return { accepted: false, refusal: found.refusal }
  for (const each of found.secrets) {
    const secret = await unlocked(await recoveryKey(each), key.recoveryBox, recoveryPlace(member.organisation, key))
    const opener = secret && (await openerFrom(secret))
    if (!secret || opener?.publicKey !== key.publicKey) continue
    const holding = await sealedTo(member.opener.publicKey, secret, holdingPlace(member, key))
    secret.fill(0)
    return { accepted: true, opener, holding: holding ?? '' }
  }
  return { accepted: false, refusal: { code: 'shares/wrong' } }
}

/** The words of somebody's own key, and of the organisation's: one to be typed by whoever lets them in, the other by them. */
export const wordsOfMember = ({ organisation, person }: PartnerPerson, publicKey: string): Promise<string> => wordsOfKey(publicKey, ['member', organisation, person])
export const wordsOfOrganisation = (organisation: string, publicKey: string): Promise<string> => wordsOfKey(publicKey, ['organisation', organisation])
