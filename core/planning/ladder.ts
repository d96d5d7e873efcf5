/** Ways of reaching people, least intrusive first. Which intrude less is what the number gate asks. */
export const LADDER = [
  'assisted-exit',
  'outreach-visit',
  'administrative-inspection',
  'controlled-meeting',
  'arrest-elsewhere',
  'daytime-warrant',
  'dynamic-entry',
  'multi-site',
] as const

export type Rung = (typeof LADDER)[number]

const LOWER_INTRUSION = 5

/** From 1, as in the reference. */
export const rankOf = (rung: Rung): number => LADDER.indexOf(rung) + 1

/** Rungs 1 to 5: the threshold of the number gate is lower for them. */
export const intrudesLess = (rung: Rung): boolean => rankOf(rung) <= LOWER_INTRUSION

/** Every rung that intrudes less than the chosen one; each needs a reason why it fails. */
export const lesserRungs = (chosen: Rung): readonly Rung[] => LADDER.slice(0, LADDER.indexOf(chosen))
