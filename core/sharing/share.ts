import { never } from '../kernel/defect.ts'
import type { ActorId } from '../kernel/id.ts'
import { notedOf, type Noted, type OnFile } from '../kernel/noted.ts'
import { coarserOf } from './coarsen.ts'
import type { ExposureAnswer, Left, Passed, PassedFact, RecallGround, RecallOutcome, ShareFact, SharePrepared } from './share-facts.ts'

/** A fact of something passed on whose words cannot be read. */
export interface ShareWithheld {
  readonly type: 'words/withheld'
  readonly of: ShareFact['type']
  readonly words: 'forgotten' | 'missing'
}

export type ShareFactRead = ShareFact | ShareWithheld

/** A version that left. */
export interface Edition {
  readonly left: Left
  /** What it was made of, for whoever corrects it. */
  readonly passed: Passed | null
  readonly noted: Noted
  /** Why it left before anybody had looked at it twice, and who was told; null where two let it go. */
  readonly atOnce: { readonly because: string; readonly told: readonly ActorId[]; readonly passedOver: readonly string[] } | null
}

/** What waits to be let go. */
export interface Draft {
  readonly passed: Passed
  readonly by: ActorId
  /** Everybody whose words stand in it: whoever wrote it first, and whoever has put it otherwise since. */
  readonly writers: readonly ActorId[]
  readonly answers: readonly AnswerGiven[]
}

/** An answer to a finding, by whom, and on which words: the text and the fact as they read after it. */
export type AnswerGiven = ExposureAnswer & { readonly by: ActorId; readonly on: { readonly says: string; readonly told: PassedFact | null } }

/** Something passed on, from everything recorded of it. */
export interface ShareOnFile extends Omit<SharePrepared, 'passed'> {
  readonly prepared: Noted
  /** What waits to be let go; null where the last version has left. */
  readonly draft: Draft | null
  /** Oldest first; the last is what those who received it read. */
  readonly editions: readonly Edition[]
  readonly reviewed: { readonly says: string; readonly noted: Noted } | null
  readonly acknowledged: readonly { readonly edition: number; readonly noted: Noted }[]
  readonly recalled: { readonly ground: RecallGround; readonly says: string; readonly noted: Noted } | null
  readonly recallAnswered: { readonly outcome: RecallOutcome; readonly because: string; readonly noted: Noted } | null
  readonly version: number
}

/**
 * Something passed on, from the entries of its file, in the order in which they reached it; null where nothing was prepared, or its words are gone.
 */
export function foldShare(entries: readonly OnFile<ShareFactRead>[]): ShareOnFile | null {
  const inOrder = entries.toSorted((a, b) => a.version - b.version)
  return inOrder.reduce<ShareOnFile | null>((share, { fact, ...entry }) => {
    const noted = notedOf({ ...entry, fact })
    if (fact.type === 'words/withheld') return share && { ...share, version: noted.version }
    if (fact.type === 'share/prepared') return share ?? begun(fact, noted)
    return share && { ...share, ...changedBy(fact, share, noted), version: noted.version }
  }, null)
}

const begun = ({ type: _type, passed, ...prepared }: Extract<ShareFact, { type: 'share/prepared' }>, noted: Noted): ShareOnFile => ({
  ...prepared, prepared: noted, draft: writtenBy(noted.by, passed), editions: [], reviewed: null, acknowledged: [], recalled: null, recallAnswered: null, version: noted.version,
})

function changedBy(fact: Exclude<ShareFact, { type: 'share/prepared' }>, share: ShareOnFile, noted: Noted): Partial<ShareOnFile> {
  switch (fact.type) {
    case 'share/checked':
      return share.draft ? { draft: checkedBy(noted.by, fact, share.draft) } : {}
    case 'share/released':
      return { draft: null, editions: [...share.editions, { left: fact.left, passed: share.draft?.passed ?? null, noted, atOnce: null }] }
    case 'share/released-at-once':
      return { draft: null, reviewed: null, editions: [...share.editions, { left: fact.left, passed: share.draft?.passed ?? null, noted, atOnce: { because: fact.because, told: fact.told, passedOver: fact.passedOver } }] }
    case 'share/reviewed':
      return { reviewed: { says: fact.says, noted } }
    case 'share/acknowledged':
      return { acknowledged: [...share.acknowledged, { edition: fact.edition, noted }] }
    case 'share/recalled':
      return { draft: null, recalled: { ground: fact.ground, says: fact.says, noted } }
    case 'share/recall-acknowledged':
      return { recallAnswered: { outcome: fact.outcome, because: fact.because, noted } }
    case 'share/corrected':
      return { draft: writtenBy(noted.by, fact.passed) }
    default:
      return never(fact)
  }
}

const writtenBy = (by: ActorId, passed: Passed): Draft => ({ passed, by, writers: [by], answers: [] })

/** Whoever checks it and writes the text or a fact of it otherwise is one of those who wrote it. */
function checkedBy(by: ActorId, { answers, says }: Extract<ShareFact, { type: 'share/checked' }>, draft: Draft): Draft {
  const passed = { ...afterAnswers(draft.passed, answers), says }
  const isRewritten = says !== draft.passed.says || answers.some(({ how }) => how === 'coarsened')
  const given = answers.map((answer) => ({ ...answer, by, on: { says, told: factIn(passed, answer.fact) } }))
  return { ...draft, passed, writers: isRewritten ? [...new Set([...draft.writers, by])] : draft.writers, answers: [...draft.answers, ...given] }
}

const factIn = ({ facts }: Passed, fact: string): PassedFact | null => facts.find(({ id }) => id === fact) ?? null

/** Whether an answer still stands: it was given on the words as they were then, and on no others. */
export const stillHolds = ({ fact, on }: AnswerGiven, { passed }: Pick<Draft, 'passed'>): boolean =>
  on.says === passed.says && JSON.stringify(on.told) === JSON.stringify(factIn(passed, fact))

/** What is to be passed on after some findings were answered: left out, told more coarsely, or resting on others as well. */
export const afterAnswers = ({ says, facts }: Passed, answers: readonly ExposureAnswer[]): Passed => ({
  says,
  facts: facts.flatMap((fact) => {
    const own = answers.filter((answer) => answer.fact === fact.id)
    return own.some(({ how }) => how === 'left-out') ? [] : [own.reduce((told, answer) => {
      if (answer.how === 'other-provenance') return { ...told, restsOn: [...new Set([...told.restsOn, ...answer.restsOn])] }
      return answer.how === 'coarsened' ? { ...told, says: answer.says, tells: coarserOf(told.tells, answer.tells) } : told
    }, fact)]
  }),
})

/** Whether a version left before two had looked at it and nobody has looked since. */
export const awaitsReview = ({ editions, reviewed }: ShareOnFile): boolean => reviewed === null && editions.some(({ atOnce }) => atOnce !== null)

/** Which version was acknowledged by those who received it; null where the last was not. */
export const isAcknowledged = ({ editions, acknowledged }: Pick<ShareOnFile, 'editions' | 'acknowledged'>): boolean =>
  editions.length > 0 && acknowledged.some(({ edition }) => edition === editions.length)
