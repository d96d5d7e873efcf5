import { z } from 'zod'

const ProblemShape = z.looseObject({
  code: z.string(),
  path: z.string().default(''),
  problem: z.string(),
  expected: z.string().nullable().default(null),
})

/**
 * What a refusal must at least say to be shown (RFC 9457).
 *
 * It may say more, such as what changed meanwhile; whoever knows the code reads that with a shape of its own.
 */
const RefusalShape = z.looseObject({
  code: z.string(),
  title: z.string(),
  detail: z.string(),
  status: z.number(),
  expected: z.string().nullable().default(null),
  problems: z.array(ProblemShape).default([]),
})

/** The server's no: what stands in the way, what would move it, and the places of what is wrong. */
export type Refusal = z.infer<typeof RefusalShape>
export type LocatedProblem = Refusal['problems'][number]

/** Nobody answered; the words are those of the page, since there is no server to say them. */
const refusalOfOurs = (code: string, status: number): Refusal => ({ code, title: '', detail: '', status, expected: null, problems: [] })

/** The request never came back: no network, or no server. */
export const NO_CONNECTION = refusalOfOurs('office/no-connection', 0)

/** The device had no passkey to give, or its owner called it off. */
export const noPasskey: Refusal = refusalOfOurs('office/no-passkey', 0)

/** What came back is not what was agreed: another version of the server, or something between. */
export const notAsAgreed = (status: number): Refusal => refusalOfOurs('office/not-as-agreed', status)

const OF_THE_SESSION = ['session/not-signed-in', 'session/must-change-password', 'session/not-vouched']

/** The session is not what this page took it for: it ended, or its password was replaced, or nobody vouches for its owner any more. A wrong password is neither. */
export const isOfTheSession = ({ code }: Refusal): boolean => OF_THE_SESSION.includes(code)

/** The server does this only for somebody who shows once more who they are. */
export const asksAfresh = ({ code }: Refusal): boolean => code === 'session/step-up'

/** Reads the body of an answer that says no. A body that is no problem is not shown. */
export async function refusalIn(response: Response): Promise<Refusal> {
  const body: unknown = await response.json().catch(() => null)
  const read = RefusalShape.safeParse(body)
  return read.success ? read.data : notAsAgreed(response.status)
}

/** How a refusal travels where only thrown things count as failures (react-query); it comes out as a value again. */
export class TurnedAway extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}
