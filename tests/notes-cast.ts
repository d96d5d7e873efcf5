import type { OrganisationId, OrganisationKind } from '../core/kernel/organisation.ts'
import { newMember, trusting, type Member } from '../crypto/partner-member.ts'
import { sealedNote } from '../crypto/partner-note.ts'
import { holdingFor, newOrganisationKey, openedHolding, type MadeKey } from '../crypto/partner-organisation.ts'
import type { Opener } from '../crypto/partner-pair.ts'
import { notesKeyId, type NotesKeysSent } from '../wire/office/notes.ts'
import type { Role } from '../core/kernel/access.ts'
import { asColleague, type Browser, type freshOffice } from './office-cast.ts'

/** Partners who keep notes, doing with the server what their pages do: the same cryptography, and nothing else. */

type Given = Awaited<ReturnType<typeof freshOffice>>

export const NGO = { id: 'ngo-of-the-valley' as OrganisationId, kind: 'ngo' as OrganisationKind }
export const OTHER_NGO = { id: 'ngo-of-the-coast' as OrganisationId, kind: 'ngo' as OrganisationKind }

export type Partner = Browser & { readonly id: string; readonly organisation: string }

/** A case worker of an NGO, signed in. */
export async function partnerAt(given: Given, name: string, organisation = NGO, role: Role = 'case-worker'): Promise<Partner> {
  return { ...(await asColleague(given, role, name, organisation)), organisation: organisation.id }
}

export const json = async <Body>(response: Response): Promise<Body> => (await response.json()) as Body

/** Answers as they stand: the status, and what was said. */
export const told = async (response: Response): Promise<readonly [number, string]> => [response.status, await response.text()]

export const codeOf = async (response: Response): Promise<string> => (await json<{ readonly code: string }>(response)).code

/** Makes somebody's own key for notes, and keeps it. */
export async function memberOf(partner: Partner, passphrase = 'seven boats lie on the river'): Promise<Member> {
  const member = await newMember({ organisation: partner.organisation, person: partner.id }, passphrase)
  const answered = await partner.post('/api/notes/own-key', { ...member.kept, replaces: null })
  if (!answered.ok) throw new Error(await answered.text())
  return member
}

/** What is sent of a key that was made. */
export const asSent = ({ key: { id: _made, ...key }, holding }: MadeKey, version: number) => ({ ...key, version, holding, typedBack: 1 })

/** Makes a key for an organisation, and keeps it. */
export async function keyBy(partner: Partner, member: Member, version = 1): Promise<MadeKey> {
  const made = await newOrganisationKey(member, notesKeyId(partner.organisation, version), { of: 3, need: 2 })
  const answered = await partner.post('/api/notes/keys', asSent(made, version))
  if (!answered.ok) throw new Error(await answered.text())
  return made
}

/** A partner with a key of their own and of their organisation. */
export async function keeperAt(given: Given, name: string, organisation = NGO) {
  const partner = await partnerAt(given, name, organisation)
  const member = await memberOf(partner)
  const made = await keyBy(partner, member)
  return { partner, member: await trusting(member, made.key.publicKey), made }
}

/** A note as it is sent. */
export async function noteBox(partner: Partner, made: MadeKey, { note, version = 1, says }: { readonly note: string; readonly version?: number; readonly says: string }): Promise<{ readonly key: string; readonly box: string }> {
  const sealed = await sealedNote(made.opener, { about: 'a call', says }, { organisation: partner.organisation, note, version, by: partner.id, key: made.key.id })
  if (!sealed.accepted) throw new Error(sealed.code)
  return { key: made.key.id, box: sealed.box }
}

/** Lets a colleague in, as the page does once their words were compared. */
export async function letIn(partner: Partner, member: Member, made: MadeKey, colleague: Member): Promise<Response> {
  const keys = await json<NotesKeysSent>(await partner.get('/api/notes/keys'))
  const holding = keys.keys.find(({ id }) => id === made.key.id)?.holding ?? ''
  const box = (await holdingFor(member, { ...made.key, holding }, { person: colleague.person, publicKey: colleague.kept.publicKey })) ?? 'none'
  return partner.post(`/api/notes/keys/${made.key.id}/holdings`, { person: colleague.person, publicKey: colleague.kept.publicKey, box })
}

/** The key of the organisation as somebody opens it from what the server keeps for them. */
export async function openedBy(partner: Partner, member: Member): Promise<Opener | null> {
  const { keys: [newest] } = await json<NotesKeysSent>(await partner.get('/api/notes/keys'))
  return newest?.holding ? openedHolding(member, newest, newest.holding) : null
}
