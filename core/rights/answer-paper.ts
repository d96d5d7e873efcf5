import type { Instant } from '../kernel/instant.ts'
import type { AnswerGround } from './grounds.ts'
import type { RequestOnFile } from './request.ts'
import type { RequestOutcome, Wanted } from './request-facts.ts'

/** What the person is handed or read: the words of the answer in a coded frame, and nothing else of the file. */
export interface AnswerPaper {
  readonly language: string
  readonly wants: Wanted
  readonly receivedAt: Instant
  readonly answeredAt: Instant
  readonly outcome: RequestOutcome
  /** Null where the frame says all there is. */
  readonly words: string | null
  readonly grounds: readonly AnswerGround[]
  readonly complainTo: string
}

/**
 * The answer as it leaves the house; null where none was given.
 *
 * Where it is neither confirmed nor denied that anything is held, the paper is made from what the person brought and from when and where they can
 * complain, and from nothing that was found: it reads the same whether something is held or not.
 */
export function answerPaper({ asked, answer }: RequestOnFile): AnswerPaper | null {
  if (!answer) return null
  const { at: answeredAt, outcome, complainTo } = answer
  const frame = { language: asked.language, wants: asked.wants, receivedAt: asked.receivedAt, answeredAt, outcome, complainTo }
  if (outcome === 'neither-confirmed-nor-denied') return { ...frame, words: null, grounds: [] }
  return { ...frame, words: answer.words, grounds: answer.groundsAre === 'told' ? answer.grounds : [] }
}
