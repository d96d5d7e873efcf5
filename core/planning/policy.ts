/** Where a value comes from, how sure that is, and who stands behind it since when. */
interface Signed {
  readonly source: string
  readonly sureness: 'seen' | 'seen-second-hand' | 'unverified' | 'judgement'
  readonly signedBy: string
  readonly asOf: string
}

/** A number that authorities set differently, with where it comes from and who stands behind it. */
export interface PolicyValue extends Signed {
  readonly value: number
}

/** A way of doing things on which authorities differ, one of several that some authority stands for. */
export interface PolicyChoice<Way extends string = string> extends Signed {
  readonly value: Way
}

/** Where somebody is while the door is opened, nearest last. */
export const STATIONS = ['off-site', 'second-wave', 'entry-team'] as const
export type Station = (typeof STATIONS)[number]

/**
 * What authorities choose between. No choice is right everywhere, and each is somebody's law.
 *
 * Source: design/readiness.md, "Conflicts between authorities"; the ways are those of enforcement-side 4.1 and of
 * victim-side 5.2, AG9 and the conflict of recording under its section on interviews.
 */
export const POLICY_WAYS = {
  /** How near a partner may come: for comfort and interpretation, never to enforce. */
  ngoAtTheScene: STATIONS,
  /** Who of the neighbourhood signs the record of a search. */
  civilWitnesses: ['none', 'two-one-a-woman'],
  /** On what ground somebody who was found is taken away from a place. */
  removalBasis: ['with-consent', 'all-who-are-found'],
  /** On what ground a door is opened. */
  entryBasis: ['warrant-or-danger', 'warrant-or-grounds-recorded-first'],
  /** Who may refer somebody to be identified as a victim. */
  identificationRoute: ['any-authority', 'listed-first-responders'],
  /** What is kept of an interview. */
  interviewRecording: ['by-kind-of-interview', 'in-full', 'one-official-note', 'no-recording'],
  /** Who agrees to a medical assessment of age; a refusal never speaks against the person. */
  ageAssessmentConsent: ['person-and-guardian', 'person', 'guardian'],
} as const

export type PolicyWays = { readonly [Id in keyof typeof POLICY_WAYS]: PolicyChoice<(typeof POLICY_WAYS)[Id][number]> }

/** What authorities disagree on when they plan, passed in, never a constant in a function. */
export interface PlanningPolicy extends PolicyWays {
  /** Officers who are women, at least. */
  readonly womenOfficers: PolicyValue
  /** A place counts when it was confirmed no longer than this before entry. */
  readonly placeConfirmedHours: PolicyValue
  /** An urgent entry is reviewed within this time, by another unit. */
  readonly urgentReviewHours: PolicyValue
  /** A person has at least this long to recover and reflect, whatever they decide. */
  readonly reflectionMinimumDays: PolicyValue
}
