import type { CertaintyPolicy } from '../../core/certainty/policy.ts'
import { foldSource, notTaskable, recordAt, type SourceFactRead, type SourceOnFile } from '../../core/intelligence/source.ts'
import type { SourceIdentity } from '../../core/intelligence/source-facts.ts'
import { sightOf, withinSight, type SourceReader } from '../../core/intelligence/source-sight.ts'
import { useStanding, type UseTerms } from '../../core/intelligence/source-use.ts'
import { isoOf, type Instant } from '../../core/kernel/instant.ts'
import type { OnFile } from '../../core/kernel/noted.ts'
import { recordKeptOf } from '../../wire/office/report-entered.ts'
import { notedAnswer } from '../../wire/office/site-answer.ts'
import type { SourceAnswer, SourcesAnswer } from '../../wire/office/source-answers.ts'
import { handlingAnswer, toldOf } from './handling-answer.ts'

export type SourceLine = SourcesAnswer['sources'][number]
type Entries = readonly OnFile<SourceFactRead>[]

/** For whom a source is answered, by which policy, and when. */
export interface AnsweredTo {
  readonly reader: SourceReader
  readonly policy: CertaintyPolicy
  readonly now: Instant
}

const VEILED = { codeName: null, kind: null, underControl: null, mayBeTasked: null, risk: null, record: null, ended: null } as const

/** When something moved in the file of a protected source tells at which site it moved in the same moment. */
const UNMOVED = { version: null, lastAt: null } as const

/** A source as the register lists it; null where they were not registered. Of somebody who is veiled, only whom to ask. */
export function sourceLine(id: string, entries: Entries, { reader, policy, now }: AnsweredTo): SourceLine | null {
  const known = foldSource(entries)
  if (!known) return null
  const { kind, codeName, protected: safe, underControl, risk, charge, ended } = known.source
  const sight = sightOf(reader, known.source)
  const { hits, misses } = recordAt(entries, now, (each) => recordKeptOf(each, policy))
  const open = {
    codeName, kind, underControl, risk, ended, mayBeTasked: notTaskable(known.source, now) === null ? ('yes' as const) : ('no' as const),
    record: hits === undefined || misses === undefined ? null : { hits, misses },
  }
  return { id, sight, ...charge, protected: safe, ...(sight === 'veiled' ? VEILED : open), ...(sight === 'veiled' ? UNMOVED : { version: known.version, lastAt: isoOf(entries.at(-1)?.receivedAt ?? now) }) }
}

/** An answer without the names of colleagues yet. */
type Unnamed = Omit<SourceAnswer, 'names'>

/** A source as somebody sees them who opened their file: everything that is not for this reader is taken out before anything is made of it. */
export function sourceAnswer(id: string, all: Entries, asked: AnsweredTo & { readonly terms: UseTerms }): Unnamed | null {
  const line = sourceLine(id, all, asked)
  if (!line) return null
  const entries = withinSight(all, line.sight)
  const known = foldSource(entries)
  if (!known) return null
  const [{ source, registered }, { terms, now }] = [known, asked]
  const beside = { ...line, registered: notedAnswer(registered), terms }
  if (line.sight === 'veiled') return { ...beside, ...NOTHING }
  return {
    ...beside,
    ...identityIn(entries),
    age: source.age,
    kin: source.kin,
    whyNotTasked: notTaskable(source, now)?.code ?? null,
    charges: chargesIn(entries),
    uses: source.uses.map((use) => useAnswer(use, source, now)).toReversed(),
    risks: toldOf(entries, 'source/risk-noted').map(({ fact, noted }) => ({ risk: fact.risk, says: fact.says, reviewBy: fact.reviewBy === undefined ? null : isoOf(fact.reviewBy), noted })),
    outcomes: Object.entries(source.outcomes).map(([report, outcome]) => ({ report, outcome })),
    tasks: toldOf(entries, 'source/tasked').map(({ fact: { task, site, says }, noted }) => ({ task, site, says, noted })),
    handling: line.sight === 'whole' || line.sight === 'handling' ? handlingAnswer(entries) : null,
  }
}

const NOTHING = { identity: null, identityIs: 'not-for-you', age: null, kin: null, whyNotTasked: null, charges: [], uses: [], risks: [], outcomes: [], tasks: [], handling: null } satisfies Partial<SourceAnswer>

function useAnswer(use: SourceOnFile['uses'][number], source: SourceOnFile, now: Instant): SourceAnswer['uses'][number] {
  const { use: terms, by, from, until, reviewBy, conduct, because } = use
  return { use: terms, by, from: isoOf(from), until: isoOf(until), reviewBy: reviewBy === null ? null : isoOf(reviewBy), conduct, because, standing: useStanding(use, source, now) }
}

/** Who answered for a source, and from when until when (SI 2000/2725, reg. 3(h)-(i)). */
function chargesIn(entries: Entries): SourceAnswer['charges'] {
  const given = entries.flatMap(({ fact, occurredAt }) => (fact.type === 'source/registered' || fact.type === 'source/charge-given' ? [{ handler: fact.handler, controller: fact.controller, because: 'because' in fact ? fact.because : '', from: isoOf(occurredAt) }] : []))
  return given.map((one, i) => ({ ...one, until: given[i + 1]?.from ?? null }))
}

/** The last that was told of who they are. */
function identityIn(entries: Entries): Pick<SourceAnswer, 'identity' | 'identityIs'> {
  const told = entries.findLast(({ fact }) => fact.type === 'source/identified' || (fact.type === 'words/withheld' && fact.of === 'source/identified'))?.fact
  if (told?.type === 'words/withheld') return { identity: null, identityIs: told.words }
  return told?.type === 'source/identified' ? { identity: shown(told.identity), identityIs: 'open' } : { identity: null, identityIs: 'not-recorded' }
}

const shown = ({ name, goesBy, contact, says }: SourceIdentity) => ({ name, goesBy: goesBy ?? null, contact: contact ?? null, says: says ?? null })

/** Everybody of ours who stands in an answer, and nobody who stands only in what was taken out of it. */
export const peopleInSource = ({ handler, controller, sight, registered, charges, uses, risks, tasks, handling }: Unnamed): readonly string[] => [
  handler, controller, ...(sight === 'veiled' ? [] : [registered.by]),
  ...charges.flatMap((one) => [one.handler, one.controller]), ...uses.map(({ by }) => by),
  ...[...risks, ...tasks, ...Object.values(handling ?? {}).flat()].map(({ noted }) => noted.by),
  ...(handling?.recruited ?? []).map(({ by }) => by), ...(handling?.contacts ?? []).map((one) => one.with), ...(handling?.benefits ?? []).map(({ decidedBy }) => decidedBy),
]
