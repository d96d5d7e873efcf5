import { z } from 'zod'
import { PLAN_PARTS } from '../../core/planning/plan-facts.ts'
import { STANDINGS } from '../../core/planning/standing.ts'
import { Answered, NamesShape, NotedShape, Version } from './asking.ts'
import { ReckonedShape } from './reckoned.ts'
import { SITE_WORDS } from './without-site.ts'

const noted = { noted: NotedShape }

/** Whoever weighs a site and does not read it is given no reports and no attempts of it, and the reading that the server took from all of them. */
const fromSite = {
  siteWords: z.enum(SITE_WORDS).meta({ description: '`not-for-you`: the reports of the site are not for whoever asks; the operation names none, and `reckoned` is what it comes to with them' }),
  reckoned: ReckonedShape.nullable(),
}

export const PlanRowShape = z.strictObject({
  id: z.string(), number: z.string(), site: z.string(), siteNumber: z.string(), at: Answered, openedAt: Answered, lastAt: Answered, version: Version,
  /** As the last act left it; lapsing is computed when a plan is opened. */
  standing: z.enum(STANDINGS),
})
export const PlansShape = z.strictObject({ plans: z.array(PlanRowShape), next: z.string().nullable(), count: z.int().min(0) })

/** A plan as it stood at one version, opened for somebody who may look. */
export const PlanShown = z.strictObject({
  id: z.string(), number: z.string(), site: z.string(), siteNumber: z.string(),
  version: Version,
  latest: Version,
  /** How far the file of the site had come; whoever authorises says on which. */
  siteVersion: Version,
  knownAt: Answered,
  standing: z.enum(STANDINGS),
  /** The plan with its site, in the format of operations: whoever reads it computes readiness with the same functions as the server. */
  operation: z.record(z.string(), z.unknown()),
  ...fromSite,
  parts: z.array(z.strictObject({ part: z.enum(PLAN_PARTS), content: z.unknown(), written: NotedShape.nullable() })),
  versions: z.array(z.strictObject({ ...noted, act: z.string(), part: z.enum(PLAN_PARTS).nullable() })),
  /** What stands in the way of this reader authorising this version; empty when nothing does. */
  mayNotAuthorise: z.array(z.strictObject({ code: z.string(), says: z.string() })),
  authority: z
    .strictObject({
      ...noted, plan: Version, site: Version, knownAt: Answered, policy: z.array(z.string()),
      condition: z.strictObject({ seenAfter: Answered, notOlderThanDays: z.number(), confirmedBy: z.array(z.string()), met: z.string().nullable() }).nullable(),
      lapsed: z.strictObject({ code: z.string(), says: z.string() }).nullable(),
    })
    .nullable(),
  urgent: z.strictObject({ ...noted, basis: z.string(), reasons: z.string(), restsOn: z.array(z.string()) }).nullable(),
  notActing: z.strictObject({ ...noted, because: z.string(), owner: z.string(), reviewBy: Answered }).nullable(),
  /** What a reviewer should look at in the file; what is to be looked at in its reading comes with the reading. */
  concerns: z.array(z.strictObject({ code: z.string(), says: z.string(), restsOn: z.array(z.string()) })),
  names: NamesShape,
})
export type PlanAnswer = z.infer<typeof PlanShown>

/** Two versions side by side: each part that differs, entry by entry. */
export const ComparisonShape = z.strictObject({
  from: Version, to: Version,
  parts: z.array(
    z.strictObject({
      part: z.enum(PLAN_PARTS),
      changes: z.array(z.strictObject({ path: z.string(), was: z.unknown(), is: z.unknown() })),
    }),
  ),
  names: NamesShape,
})

export type Comparison = z.infer<typeof ComparisonShape>

/** What was known when a plan was authorised: the operation as it was, and everything that has come since. */
export const KnownWhenShape = z.strictObject({
  authorised: NotedShape,
  knownAt: Answered,
  operation: z.record(z.string(), z.unknown()),
  ...fromSite,
  since: z.array(z.strictObject({ ...NotedShape.shape, stream: z.string(), type: z.string() })),
  names: NamesShape,
})
export type KnownWhenAnswer = z.infer<typeof KnownWhenShape>
