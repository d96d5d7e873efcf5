import { z } from 'zod'
import { ORGANISATION_KINDS } from '../../core/kernel/organisation.ts'
import { InstantAnswer, type Sent } from '../api.ts'

const Name = z.string().trim().min(1).max(120)

/** What `POST /api/organisations` takes: somebody beside the unit who takes part in cases. */
export const NewOrganisationShape = z.strictObject({
  kind: z.enum(ORGANISATION_KINDS).meta({ description: 'Tells which roles its people may hold, and never changes' }),
  name: Name.meta({ description: 'The name it is known by here' }),
})

export type NewOrganisation = z.infer<typeof NewOrganisationShape>

/** What `POST /api/organisations/:id/name` takes. */
export const OrganisationNameShape = z.strictObject({ name: Name })

/** An organisation that works here. */
export const OrganisationShape = z.strictObject({
  id: z.string(),
  kind: z.enum(ORGANISATION_KINDS),
  name: z.string(),
  madeAt: InstantAnswer.nullable().meta({ description: 'When it was added; null of the unit, which is there from the start' }),
})

export type OrganisationSent = Sent<typeof OrganisationShape>

/** What `GET /api/organisations` answers: the unit itself first. */
export const OrganisationsShape = z.strictObject({ organisations: z.array(OrganisationShape) })

export type OrganisationsSent = Sent<typeof OrganisationsShape>
