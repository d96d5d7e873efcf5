import type { AssessmentSent } from '../../wire/api.ts'
import type { KnownWhenAnswer, PlanAnswer } from '../../wire/office/plan-answers.ts'
import type { Asks } from './play.ts'

/** What a plan rested on when it was authorised, what it rests on now, and whether leave has lapsed meanwhile. */
export interface LookedBack {
  readonly asAuthorised: AssessmentSent
  readonly now: AssessmentSent
  readonly known: KnownWhenAnswer
  readonly authority: NonNullable<PlanAnswer['authority']>
}

/** Asks what somebody at the page of its versions asks; null where nobody has given leave. */
export async function lookBack(asks: Asks, plan: string): Promise<LookedBack | null> {
  const read = async <Answer>(path: string): Promise<Answer> => (await (await asks('GET', `/api/plans/${plan}${path}`)).json()) as Answer
  const { authority } = await read<PlanAnswer>('')
  if (!authority) return null
  const known = await read<KnownWhenAnswer>(`/authorised/${authority.noted.entry}`)
  const asAuthorised = await read<AssessmentSent>(`/reading?version=${authority.plan}&knownAt=${known.knownAt}`)
  return { asAuthorised, now: await read<AssessmentSent>('/reading'), known, authority }
}

/** The two beside each other, in sentences. */
export function sayLookedBack({ asAuthorised, now, known, authority }: LookedBack): string {
  const since = known.since.length === 1 ? 'One entry has' : `${known.since.length} entries have`
  return `When it was authorised: ${said(asAuthorised)}. Now: ${said(now)}. ${since} come since. ${authority.lapsed ? authority.lapsed.says : 'Leave holds.'}`
}

function said({ verdict, certainty }: AssessmentSent): string {
  if (!certainty) return verdictIn(verdict)
  const { probability, p10, p90, roots } = certainty
  return `${verdictIn(verdict)}, on ${roots.length === 1 ? 'one root' : `${roots.length} roots`} and ${probability.toFixed(2)} [${p10.toFixed(2)}–${p90.toFixed(2)}]`
}

const verdictIn = (verdict: AssessmentSent['verdict']): string => (verdict === 'not-ready' ? 'not ready' : String(verdict))
