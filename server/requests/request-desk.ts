import type { Look } from '../../core/kernel/access.ts'
import type { OrganisationId, OrganisationKind } from '../../core/kernel/organisation.ts'
import { rightsPolicy } from '../../wire/office/requests-policy.ts'
import type { Office } from '../office.ts'
import { everyOrganisation } from '../people/organisations.ts'
import type { SignedIn } from '../session/sessions.ts'

/** The policy of rights that comes with Daylight, read once. */
export const RIGHTS_POLICY = rightsPolicy()

/** For what somebody looks at this desk: to answer people, or to see how they were answered. */
export const lookHere = ({ organisation }: Pick<SignedIn, 'organisation'>): Look => (organisation.kind === 'oversight' ? 'oversight' : 'rights-request')

/** An organisation as an answer names who answers for something. */
export interface Controller {
  readonly id: string
  readonly kind: OrganisationKind
  readonly name: string
}

/** Every organisation that works here, by its id. */
export async function controllers({ cases }: Pick<Office, 'cases'>): Promise<ReadonlyMap<string, Controller>> {
  const all = await everyOrganisation(cases.desk)
  return new Map(all.map(({ id, kind, name }) => [id, { id, kind, name }]))
}

/** The kind of the organisation a request was made to; that of whoever asks, where the desk no longer knows it. */
export const kindOf = (known: ReadonlyMap<string, Controller>, id: OrganisationId, who: Pick<SignedIn, 'organisation'>): OrganisationKind => known.get(id)?.kind ?? who.organisation.kind
