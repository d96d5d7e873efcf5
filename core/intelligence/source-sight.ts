import type { CaseRole } from '../kernel/access.ts'
import type { OnFile } from '../kernel/noted.ts'
import type { SourceFactRead, SourceOnFile } from './source.ts'
import type { SourceFact } from './source-facts.ts'

/**
 * How much of a source somebody sees: all of it; all but who they are; what their use is decided on; what the work of
 * others rests on; or that there is one.
 *
 * Source: RIPA 2000, s. 29(5)(d)-(e), from memory: records are there only as far as they are needed, and identities less.
 */
export const SOURCE_SIGHTS = ['whole', 'handling', 'authority', 'outline', 'veiled'] as const
export type SourceSight = (typeof SOURCE_SIGHTS)[number]

/** Who reads, and whether one file that was opened on purpose or a list of many. */
export interface SourceReader {
  readonly id: string
  readonly role: CaseRole
  /** Whether the source is of the organisation they work in now, and their work one that answers for sources; what somebody held before opens nothing. */
  readonly mayAnswer: 'yes' | 'no'
  readonly where: 'in-a-file' | 'in-a-list'
}

/**
 * How much of a source somebody sees.
 *
 * Whoever answers for them sees all, and whoever authorises their use is never one of these (enforcement-side 1.7, CH-4, from memory). Whoever reviews what is done sees how they are treated and paid, and not who they are;
 * whoever authorises their use sees in the one file what they decide on. Others see what a number rests on, and of somebody
 * who is protected not even a kind, which at a place with one officer is a name.
 */
export function sightOf({ id, role, mayAnswer, where }: SourceReader, { charge, protected: safe }: Pick<SourceOnFile, 'charge' | 'protected'>): SourceSight {
  if (mayAnswer === 'yes' && role !== 'authorising-officer' && (id === charge.handler || id === charge.controller)) return 'whole'
  if (where === 'in-a-file' && role === 'oversight') return 'handling'
  if (where === 'in-a-file' && role === 'authorising-officer') return 'authority'
  return safe === 'no' ? 'outline' : 'veiled'
}

/** What only those who answer for a source read, and whoever reviews them. */
const HANDLING: ReadonlySet<SourceFact['type']> = new Set<SourceFact['type']>([
  'source/recruited', 'source/authority-noted', 'source/welfare-noted', 'source/contact-made', 'source/information-noted', 'source/benefit-given',
])

/** The entries of a source with the words that somebody does not see taken out, before anything is made of them. */
export const withinSight = <Held extends OnFile<SourceFactRead>>(entries: readonly Held[], sight: SourceSight): readonly Held[] =>
  sight === 'whole' ? entries : entries.map((entry) => ({ ...entry, fact: seen(entry.fact, sight) }))

function seen(fact: SourceFactRead, sight: Exclude<SourceSight, 'whole'>): SourceFactRead {
  if (fact.type === 'words/withheld') return fact
  const isKept = fact.type === 'source/identified' || (sight !== 'handling' && HANDLING.has(fact.type))
  if (isKept) return { type: 'words/withheld', of: fact.type, words: 'not-for-you' }
  if (sight === 'handling') return fact
  return sight === 'authority' && fact.type !== 'source/tasked' ? fact : withoutSaying(fact)
}

/** What others decide on, without the words beside it. */
function withoutSaying(fact: SourceFact): SourceFact {
  switch (fact.type) {
    case 'source/tasked':
    case 'source/risk-noted':
    case 'source/use-reviewed':
    case 'source/ended':
      return { ...fact, says: '' }
    case 'source/authorised':
      return { ...fact, conduct: '', because: '' }
    case 'source/standing-noted':
    case 'source/charge-given':
    case 'source/use-cancelled':
    case 'source/outcome-judged':
      return { ...fact, because: '' }
    case 'source/authority-noted':
    case 'source/benefit-given':
    case 'source/contact-made':
    case 'source/identified':
    case 'source/information-noted':
    case 'source/recruited':
    case 'source/registered':
    case 'source/welfare-noted':
      return fact
  }
}
