import { useInfiniteQuery } from '@tanstack/react-query'
import type { Sent } from '../../../wire/api.ts'
import { KeptShape } from '../../../wire/office/asking.ts'
import type { PlanAct } from '../../../wire/office/plan-acts.ts'
import { PlansShape, PlanShown, type PlanRowShape } from '../../../wire/office/plan-answers.ts'
import { ask } from '../asking/ask.ts'
import { keyOf } from '../asking/queries.ts'
import { TurnedAway, type Refusal } from '../asking/refusal.ts'
import { useAsked, type Asked } from '../asking/use-asked.ts'
import { useSending } from '../asking/use-sending.ts'

/** A plan as the server answers with it. */
export type ShownPlan = Sent<typeof PlanShown>
export type PlanRow = Sent<typeof PlanRowShape>
export type ShownPart = ShownPlan['parts'][number]
export type Noted = NonNullable<ShownPart['written']>

export const planPath = (id: string): string => `/api/plans/${encodeURIComponent(id)}`

/** What is known of a plan changes with the plan and with its site. */
export const streamsOf = (plan: Pick<ShownPlan, 'id' | 'site'>): readonly string[] => [`plan/${plan.id}`, `site/${plan.site}`]

/** A plan as it stands, or as it stood at a version. */
export const usePlan = (id: string, version?: number): Asked<ShownPlan> =>
  useAsked({ path: `${planPath(id)}${version === undefined ? '' : `?version=${version}`}`, streams: [`plan/${id}`, 'site/', 'policy/'] }, PlanShown)

export interface PlansAsked {
  readonly rows: readonly PlanRow[] | undefined
  readonly count: number
  readonly refusal: Refusal | null
  readonly waiting: boolean
  readonly again: () => void
  /** Null where all are shown. */
  readonly more: (() => void) | null
}

const PAGE = 100

/** All plans, a page at a time; asked again whenever any plan changes. */
export function usePlans(): PlansAsked {
  const path = `/api/plans?limit=${PAGE}`
  const query = useInfiniteQuery({
    queryKey: keyOf(path, ['plan/']),
    initialPageParam: '',
    queryFn: async ({ signal, pageParam }) => {
      const answered = await ask({ path: pageParam === '' ? path : `${path}&cursor=${encodeURIComponent(pageParam)}`, signal }, PlansShape)
      if (!answered.accepted) throw new TurnedAway(answered.refusal)
      return answered.value
    },
    getNextPageParam: ({ next }) => next,
  })
  return {
    rows: query.data?.pages.flatMap(({ plans }) => plans),
    count: query.data?.pages[0]?.count ?? 0,
    refusal: query.error instanceof TurnedAway ? query.error.refusal : null,
    waiting: query.isPending,
    again: () => void query.refetch(),
    more: query.hasNextPage ? () => void query.fetchNextPage() : null,
  }
}

/** An act as it is sent: its times are text, and the id is added where it is sent. */
export type ActSent = { readonly act: PlanAct['act'] } & Readonly<Record<string, unknown>>

export interface PlanActing {
  readonly send: (id: string, act: ActSent, version?: number) => Promise<Refusal | null>
  readonly refusal: Refusal | null
  readonly waiting: boolean
  readonly settle: () => void
}

/** Does something with a plan; what was read of it is asked for again once it is kept. Answers with the refusal, or with null where it was kept. */
export function usePlanAct(plan: string): PlanActing {
  const { send, ...standing } = useSending(KeptShape, [`plan/${plan}`])
  return {
    ...standing,
    send: async (id, act, version) => {
      const answered = await send({ path: `${planPath(plan)}/acts`, body: { id, ...act }, ...(version !== undefined && { version: String(version) }) })
      return answered.accepted ? null : answered.refusal
    },
  }
}
