import type { CertaintyPolicy } from '../../core/certainty/policy.ts'
import { foldSource, recordAt, type SourceFactRead } from '../../core/intelligence/source.ts'
import type { SourceIdentity } from '../../core/intelligence/source-facts.ts'
import { isoOf, type Instant } from '../../core/kernel/instant.ts'
import type { OnFile } from '../../core/kernel/noted.ts'
import { recordKeptOf } from '../../wire/office/report-entered.ts'
import { notedAnswer } from '../../wire/office/site-answer.ts'
import type { SourceAnswer, SourcesAnswer } from '../../wire/office/sources.ts'

export type SourceLine = SourcesAnswer['sources'][number]
type Entries = readonly OnFile<SourceFactRead>[]

interface For {
  readonly policy: CertaintyPolicy
  readonly now: Instant
}

/** A source as the register lists it; null where they were not registered. */
export function sourceLine(id: string, entries: Entries, { policy, now }: For): SourceLine | null {
  const known = foldSource(entries)
  if (!known) return null
  const { kind, codeName, protected: safe, underControl, risk, charge } = known.source
  const { hits, misses } = recordAt(entries, now, (each) => recordKeptOf(each, policy))
  const last = entries.at(-1)
  return {
    id, codeName, kind, protected: safe, underControl, risk, ...charge,
    record: hits === undefined || misses === undefined ? null : { hits, misses },
    version: known.version, lastAt: isoOf(last?.receivedAt ?? now),
  }
}

/** A source as somebody sees them who may look: who they are only for those who answer for them (SI 2000/2725, reg. 3; RIPA 2000, s. 29(5)(e)). */
export function sourceAnswer(id: string, entries: Entries, asked: For & { readonly reader: string; readonly names: SourceAnswer['names'] }): SourceAnswer | null {
  const line = sourceLine(id, entries, asked)
  const known = foldSource(entries)
  if (!line || !known) return null
  const { contacts, outcomes, tasks, charge } = known.source
  const identity = identityIn(entries, charge.handler === asked.reader || charge.controller === asked.reader)
  return {
    ...line, ...identity,
    registered: notedAnswer(known.registered),
    contacts: contacts.map(({ at, with: who, says }) => ({ at: isoOf(at), with: who, says })),
    outcomes: Object.entries(outcomes).map(([report, outcome]) => ({ report, outcome })),
    tasks: [...tasks],
    names: asked.names,
  }
}

/** The last that was told of who they are. */
function identityIn(entries: Entries, isForReader: boolean): Pick<SourceAnswer, 'identity' | 'identityIs'> {
  const told = entries.findLast(({ fact }) => fact.type === 'source/identified' || (fact.type === 'words/withheld' && fact.of === 'source/identified'))?.fact
  if (told?.type === 'words/withheld') return { identity: null, identityIs: told.words }
  if (told?.type !== 'source/identified') return { identity: null, identityIs: 'not-recorded' }
  return isForReader ? { identity: shown(told.identity), identityIs: 'open' } : { identity: null, identityIs: 'not-for-you' }
}

const shown = ({ name, contact, says }: SourceIdentity) => ({ name, contact: contact ?? null, says: says ?? null })

/** Everybody of ours who stands in a source's file. */
export const peopleInSource = (entries: Entries): readonly string[] =>
  entries.flatMap(({ by, fact }) => (fact.type === 'source/registered' || fact.type === 'source/charge-given' ? [by, fact.handler, fact.controller] : fact.type === 'source/contact-made' ? [by, fact.with] : [by]))
