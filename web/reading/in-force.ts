import type { LikelihoodScale } from '../../core/certainty/likelihood-words.ts'
import type { LawCatalogue } from '../../core/law/instrument.ts'
import type { InForce } from '../../core/planning/dossier.ts'
import { lawCatalogue } from '../../wire/law.ts'
import { icd203 } from '../../wire/likelihood-scales.ts'
import { operationShape } from '../../wire/operation.ts'
import { certaintyPolicy, planningPolicy } from '../../wire/policy.ts'

/** The law and the policy by which this page reads: those that come with Daylight, unsigned until an agency signs its own. */
export const LAW: LawCatalogue = lawCatalogue()
const lawById = new Map(LAW.offences.map((offence) => [offence.id, offence]))
export const IN_FORCE: InForce = { certainty: certaintyPolicy(), planning: planningPolicy(), law: lawById }
export const OPERATION_SHAPE = operationShape(new Set(lawById.keys()))
export const LIKELIHOOD: LikelihoodScale = icd203()
