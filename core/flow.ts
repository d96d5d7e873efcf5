/**
 * The slices of the domain, in the order of leaning: a slice leans only on slices before it.
 *
 * It is not the order of time. Slices that later capabilities bring join this list when they come.
 */
export const FLOW = ['kernel', 'law', 'intelligence', 'certainty', 'planning', 'need-to-know', 'retention', 'sharing', 'rights'] as const

export type Slice = (typeof FLOW)[number]
