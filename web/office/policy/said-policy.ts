import type { Say } from '../../../ui/say.tsx'

/** A value of policy in words: a way by its own, a number as it is; what it counts stands in its title. */
export const saidPolicy = (value: number | string, say: Say): string => (typeof value === 'string' ? say(`way.${value}`) : String(value))
