import type { InForce } from '../core/planning/dossier.ts'
import { lawCatalogue } from './law.ts'
import { certaintyPolicy, planningPolicy } from './policy.ts'

/** The policy and the law that come with Daylight. What of them cannot be relied on fails here, and not when somebody asks. */
export const inForce = (): InForce => ({
  certainty: certaintyPolicy(),
  planning: planningPolicy(),
  law: new Map(lawCatalogue().offences.map((offence) => [offence.id, offence])),
})
