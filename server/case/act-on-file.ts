import type { Context } from 'hono'
import type { OnFile } from '../../core/kernel/noted.ts'
import type { EntryId } from '../../core/kernel/id.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import type { AppendRefusal, Expected } from '../../ledger/ledger.ts'
import type { FiledFact } from '../../wire/filing/filed.ts'
import { readAgainst } from '../../wire/office/site-commands.ts'
import { answerAct, recordedOf, refuseAppend, refuseLook, refuseStale } from './answers.ts'
import type { CaseDesk } from './case-desk.ts'
import { openFile, type Looking, type OpenFile, type ReadFactOf } from './open-file.ts'
import { entryOf } from './record.ts'

/** What an act is decided on: the file as it stood before the act, and the instant at which it is written down. */
export interface Before<Fact> {
  readonly file: OpenFile<Fact>
  readonly now: Instant
  /** The act itself, where it is held already. */
  readonly held: OpenFile<Fact>['entries'][number] | null
}

/** What is filed of an act and when it happened; `expected` names what else must not have moved, and `also` what is filed in other files with it, or not at all. */
export interface ToFile {
  readonly fact: FiledFact
  readonly occurredAt: Instant
  readonly also?: readonly { readonly id: string; readonly stream: string; readonly fact: FiledFact }[]
  readonly expected?: readonly Expected[]
  /** Files that whoever acts does not read: what came to them meanwhile is not told. */
  readonly untold?: readonly string[]
}

export type Decided = { readonly accepted: true; readonly toFile: ToFile } | { readonly accepted: false; readonly response: Response }

/** An act on a file: who does it and where, under which id, on which version, and how it is decided. */
export interface ActOn<Fact> {
  readonly looking: Looking
  readonly id: string
  /** The version a determination was decided on; null for an observation, which is kept whatever happened meanwhile. */
  readonly version: number | null
  readonly read: ReadFactOf<Fact>
  readonly decide: (before: Before<Fact>) => Promise<Decided> | Decided
}

/**
 * Read, decide, append if nobody else did.
 *
 * An act that is held already is decided again on what lay before it then, so that the same act sent twice is answered as the first time,
 * and another under its id is told apart. Two that arrive in one moment meet at the ledger: the second is read again, once; so is an act
 * that names no version of its own, where another file moved that it was decided on.
 */
export async function actOnFile<Fact extends { readonly type: string }>(c: Context, desk: CaseDesk, act: ActOn<Fact>): Promise<Response> {
  const first = await tryOnce(desk, act)
  const done = 'raced' in first ? await tryOnce(desk, act) : first
  if ('response' in done) return done.response
  if ('raced' in done) return refuseAppend(desk, done.raced)
  desk.changes.nudge()
  return answerAct(c, desk, { accepted: true, stored: done.stored })
}

type Outcome = { readonly response: Response } | { readonly raced: AppendRefusal } | { readonly stored: Extract<Awaited<ReturnType<CaseDesk['cases']['sealed']['append']>>, { accepted: true }>['stored'] }

async function tryOnce<Fact extends { readonly type: string }>(desk: CaseDesk, { looking, id, version, read, decide }: ActOn<Fact>): Promise<Outcome> {
  const opening = await openFile(desk, looking, read)
  if (!opening.accepted) return { response: refuseLook(desk, opening.code) }
  const { file } = opening
  const { entries, now } = readAgainst(file.entries, id, desk.now())
  const held = file.entries.find((entry) => entry.id === id) ?? null
  const isRepeated = held !== null
  if (version !== null && version !== file.version && !isRepeated) return { response: await refuseStale(desk, { expected: version, found: file.version, meanwhile: sinceVersion(file.entries, version) }) }
  const decided = await decide({ file: { ...file, entries, version: entries.at(-1)?.version ?? 0 }, now, held })
  if (!decided.accepted) return { response: decided.response }
  const { fact, occurredAt, expected = [], also = [], untold = [] } = decided.toFile
  const own = version === null ? [] : [{ stream: looking.stream, version: file.version }]
  const toAppend = [...also, { id, stream: looking.stream, fact }].map((one) => entryOf({ who: looking.who, occurredAt, ...one }, now, desk.now(), one.fact))
  const answer = await desk.cases.sealed.append(toAppend, [...own, ...expected])
  if (answer.accepted) return { stored: answer.stored }
  const isMoved = answer.refusal.code === 'ledger/stale' && version === null
  const isRace = isMoved || (answer.refusal.code === 'ledger/entry-differs' && answer.refusal.held.by === looking.who.id && !isRepeated)
  const refusal = toldOf(answer.refusal, untold)
  return isRace ? { raced: refusal } : { response: await refuseAppend(desk, refusal) }
}

const toldOf = (refusal: AppendRefusal, untold: readonly string[]): AppendRefusal =>
  refusal.code === 'ledger/stale' ? { ...refusal, meanwhile: refusal.meanwhile.filter(({ stream }) => !untold.includes(stream)) } : refusal

const sinceVersion = <Fact extends { readonly type: string }>(entries: readonly OnFile<Fact>[], version: number) =>
  entries.filter((entry) => entry.version > version).map((entry) => recordedOf({ ...entry, id: entry.id as EntryId }))
