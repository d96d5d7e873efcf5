import { readdirSync, readFileSync } from 'node:fs'
import type { LawCatalogue } from '../core/law/instrument.ts'
import type { InForce } from '../core/planning/dossier.ts'
import { inForce } from '../wire/in-force.ts'
import { lawCatalogue } from '../wire/law.ts'
import { messagesOf, voice, type Speak } from '../wire/words.ts'

/** Everything an answer needs beside the question: read once when the server starts, and never changed. */
export interface Catalogue {
  readonly inForce: InForce
  readonly law: LawCatalogue
  readonly offenceIds: ReadonlySet<string>
  readonly speak: Speak
  readonly version: string
}

/** Reads the policy, the law and the words that come with Daylight, and fails where one of them cannot be relied on. */
export function openCatalogue(): Catalogue {
  const force = inForce()
  return {
    inForce: force,
    law: lawCatalogue(),
    offenceIds: new Set(force.law.keys()),
    speak: voice('en', messagesOf(wordsIn('../words/en/'))),
    version: (JSON.parse(textOf('../package.json')) as { readonly version: string }).version,
  }
}

const textOf = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')

/** What only pages say, which no answer does. */
const OF_PAGES = new Set(['pages.po', 'office.po'])

/** Each slice has its words in a file of its own, so a new one is spoken without anything being told here. */
const wordsIn = (folder: string): readonly string[] =>
  readdirSync(new URL(folder, import.meta.url)).filter((name) => name.endsWith('.po') && !OF_PAGES.has(name)).toSorted().map((name) => textOf(folder + name))
