import { readFileSync } from 'node:fs'
import type { LawCatalogue } from '../core/law/instrument.ts'
import type { InForce } from '../core/planning/dossier.ts'
import { lawCatalogue } from '../wire/law.ts'
import { certaintyPolicy, planningPolicy } from '../wire/policy.ts'
import { messagesOf, voice, type Speak } from '../wire/words.ts'

/** Everything an answer needs beside the question: read once when the server starts, and never changed. */
export interface Desk {
  readonly inForce: InForce
  readonly law: LawCatalogue
  readonly offenceIds: ReadonlySet<string>
  readonly speak: Speak
  readonly version: string
}

/** Reads the policy, the law and the words that come with Daylight, and fails where one of them cannot be relied on. */
export function openDesk(): Desk {
  const law = lawCatalogue()
  const byId = new Map(law.offences.map((offence) => [offence.id, offence]))
  return {
    inForce: { certainty: certaintyPolicy(), planning: planningPolicy(), law: byId },
    law,
    offenceIds: new Set(byId.keys()),
    speak: voice('en', messagesOf([textOf('../words/en/readings.po')])),
    version: (JSON.parse(textOf('../package.json')) as { readonly version: string }).version,
  }
}

const textOf = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')
