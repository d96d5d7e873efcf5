import type { ContentTest, FourAnswers } from './four-questions.ts'
import type { Grading, GradingIn } from './grading.ts'
import { takeIn, type TakenIn } from './intake.ts'
import { isRoot } from './lineage.ts'
import type { Report } from './report.ts'

/** Why a letter or a digit is proposed, in the order in which the reasons bear on it. */
export const PROPOSAL_REASONS = [
  'record/never-kept', 'record/none', 'record/complete', 'record/mostly', 'record/at-times', 'record/seldom', 'record/never-borne-out',
  'motive/to-deceive', 'motive/not-asked',
  'content/confirmed-independently', 'content/not-by-an-independent-root', 'content/logical-and-agrees', 'content/logical', 'content/doubtful',
  'content/contradicted', 'content/cannot-be-judged', 'access/inferred',
] as const
export type ProposalReason = (typeof PROPOSAL_REASONS)[number]

type Letter = GradingIn<'admiralty'>['source']
type Digit = GradingIn<'admiralty'>['information']

/** A letter and a digit, with why. Whoever grades may say otherwise, and says why. */
export interface ProposedGrading {
  readonly grading: GradingIn<'admiralty'>
  readonly because: readonly ProposalReason[]
}

/** A report to be graded, among the others of its site. */
export interface ToGrade {
  readonly report: TakenIn
  readonly answers: FourAnswers
  readonly others: readonly TakenIn[]
  /** Whether the unit's policy keeps a record of this kind; of somebody who was held it never does. */
  readonly ownRecord: 'moves' | 'never'
}

/**
 * The Admiralty letter and digit that follow from the four questions.
 *
 * The letter comes from the source alone and the digit from the content alone, since raters who choose both at once
 * let one lead the other. F and 6 mean that nobody could tell; they are no middle. `1` is proposed where somebody says
 * that it is confirmed and the lineage shows an independent root, never for the saying.
 * Source: the tests printed beside the scale (enforcement-side 1.1); where one ends and the next begins is judgement.
 */
export function proposeGrading(asked: ToGrade): ProposedGrading {
  const letter = letterOf(asked)
  const digit = digitOf(asked)
  return {
    grading: { scheme: 'admiralty', source: letter.code, information: digit.code, label: { source: null, information: null } },
    because: [...letter.because, ...digit.because],
  }
}

type Proposed<Code> = { readonly code: Code; readonly because: readonly ProposalReason[] }

function letterOf({ answers: { record, motives }, ownRecord }: ToGrade): Proposed<Letter> {
  if (ownRecord === 'never') return { code: 'F', because: ['record/never-kept'] }
  if (record === 'unknown' || record.hits + record.misses === 0) return { code: 'F', because: ['record/none'] }
  const byRecord = letterOfRecord(record)
  if (motives === 'unknown') return { code: notAbove('B', byRecord.code), because: [...byRecord.because, 'motive/not-asked'] }
  return motives.length > 0 ? { code: oneLower(byRecord.code), because: [...byRecord.because, 'motive/to-deceive'] } : byRecord
}

/** Fewer than these borne out are no history yet; C says that there was valid information in the past, and no more. */
const ENOUGH_FOR_A = 5
const ENOUGH_FOR_B = 3

function letterOfRecord({ hits, misses }: { readonly hits: number; readonly misses: number }): Proposed<Letter> {
  const share = hits / (hits + misses)
  if (share === 1 && hits >= ENOUGH_FOR_A) return { code: 'A', because: ['record/complete'] }
  if (share >= 0.75 && hits >= ENOUGH_FOR_B) return { code: 'B', because: ['record/mostly'] }
  if (share >= 0.5) return { code: 'C', because: ['record/at-times'] }
  return share > 0 ? { code: 'D', because: ['record/seldom'] } : { code: 'E', because: ['record/never-borne-out'] }
}

const LETTERS = ['A', 'B', 'C', 'D', 'E'] as const satisfies readonly Letter[]
const notAbove = (most: Letter, code: Letter): Letter => (code < most ? most : code)
const oneLower = (code: Letter): Letter => LETTERS[LETTERS.findIndex((letter) => letter === code) + 1] ?? 'E'

const DIGITS: Readonly<Record<Exclude<ContentTest, 'confirmed-independently'>, Digit>> = {
  'logical-and-agrees': '2', logical: '3', doubtful: '4', contradicted: '5', 'cannot-be-judged': '6',
}

/** What was inferred is possible at best: nobody knew it who said it. */
function digitOf(asked: ToGrade): Proposed<Digit> {
  const { answers: { access, content } } = asked
  const byContent = digitOfContent(content, asked)
  return access === 'inferred' && byContent.code < '3' ? { code: '3', because: [...byContent.because, 'access/inferred'] } : byContent
}

function digitOfContent(content: ContentTest, { report, others }: ToGrade): Proposed<Digit> {
  if (content !== 'confirmed-independently') return { code: DIGITS[content], because: [`content/${content}`] }
  return confirmedBy(report, others).length > 0
    ? { code: '1', because: ['content/confirmed-independently'] }
    : { code: DIGITS['logical-and-agrees'], because: ['content/not-by-an-independent-root'] }
}

/**
 * The roots that say the same and have nothing in common with a report: not what it was derived from, and neither an
 * origin nor a source shared with any of that.
 */
export function confirmedBy(report: TakenIn, others: readonly TakenIn[]): readonly string[] {
  const taken = takeIn([report, ...others.filter(({ id }) => id !== report.id)])
  const behind = standsBehind(report.id, taken)
  const origins = new Set(behind.flatMap(({ origin }) => origin?.id ?? []))
  const sources = new Set(behind.flatMap(({ source }) => source?.id ?? []))
  const has = (ids: ReadonlySet<string>, id: string | undefined) => id !== undefined && ids.has(id)
  return taken
    .filter((other) => !behind.includes(other) && isRoot(other) && other.finding === report.finding)
    .filter(({ origin, source }) => !has(origins, origin?.id) && !has(sources, source?.id))
    .map(({ id }) => id)
}

/** A report with everything it was derived from. */
function standsBehind(id: string, reports: readonly Report[]): readonly Report[] {
  const byId = new Map(reports.map((report) => [report.id, report]))
  const found = new Set([id])
  for (const one of found) for (const parent of byId.get(one)?.derivedFrom ?? []) found.add(parent)
  return reports.filter((report) => found.has(report.id))
}

/** Whether somebody grades otherwise than proposed. A grading in another scheme is the form's own, and no scheme converts to it. */
export const isOverride = (given: Grading, { grading }: ProposedGrading): boolean =>
  given.scheme === grading.scheme && (given.source !== grading.source || given.information !== grading.information)
