import { readFileSync } from 'node:fs'
import type { InForce } from '../core/planning/dossier.ts'
import type { LikelihoodScale } from '../core/certainty/likelihood-words.ts'
import { lawCatalogue } from '../wire/law.ts'
import { certaintyPolicy, planningPolicy } from '../wire/policy.ts'
import { icd203 } from '../wire/likelihood-scales.ts'
import { messagesOf, voice, type Speak } from '../wire/words.ts'

/** English, from the same file that the pages are translated from. */
export const speakEnglish = (): Speak => voice('en', messagesOf([readFileSync(new URL('../words/en/readings.po', import.meta.url), 'utf8')]))

/** The policy and the law that come with Daylight. */
export const inForce = (): InForce => ({
  certainty: certaintyPolicy(),
  planning: planningPolicy(),
  law: new Map(lawCatalogue().offences.map((offence) => [offence.id, offence])),
})

/** The scale in whose words a likelihood is said. */
export const scaleInUse = (): LikelihoodScale => icd203()
