import { readFileSync } from 'node:fs'
import type { LikelihoodScale } from '../core/certainty/likelihood-words.ts'
import { icd203 } from '../wire/likelihood-scales.ts'
import { messagesOf, voice, type Speak } from '../wire/words.ts'

/** English, from the same file that the pages are translated from. */
export const speakEnglish = (): Speak => voice('en', messagesOf([readFileSync(new URL('../words/en/readings.po', import.meta.url), 'utf8')]))

/** Why something that is kept, its anchors or its keys cannot be used, as the office says it too. */
export const speakOfKeys = (): Speak => voice('en', messagesOf(['keys', 'retention'].map((name) => readFileSync(new URL(`../words/en/${name}.po`, import.meta.url), 'utf8'))))

/** The scale in whose words a likelihood is said. */
export const scaleInUse = (): LikelihoodScale => icd203()
