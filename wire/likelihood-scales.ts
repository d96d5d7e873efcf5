import icd from '../catalogues/vocabularies/icd-203.json' with { type: 'json' }
import phia from '../catalogues/vocabularies/phia-yardstick.json' with { type: 'json' }
import type { LikelihoodScale } from '../core/certainty/likelihood-words.ts'
import { LikelihoodVocabulary } from './vocabularies.ts'

/** The scales that likelihoods are said in. One text keeps to one of them (ICD 203, rule 1). */
export const icd203 = (): LikelihoodScale => LikelihoodVocabulary.parse(icd)
export const phiaYardstick = (): LikelihoodScale => LikelihoodVocabulary.parse(phia)
