/** A moment, in milliseconds of UTC since 1970-01-01. Leap seconds are not counted, as in POSIX. */
export type Instant = number & { readonly unit: 'instant' }

/** A length of time, in days of 86,400 s, the unit of every half-life. */
export type Days = number

export const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/** The last millisecond a calendar of ECMAScript can name. */
const LAST_MS = 8.64e15

export const instant = (milliseconds: number): Instant => milliseconds as Instant

/** The days from one instant to a later one; negative when the second comes first. */
export const daysBetween = (from: Instant, to: Instant): Days => (to - from) / DAY_MS

/** To the millisecond, so that half of a half-life that is no round binary number still ends where it is said to. */
export const after = (start: Instant, days: Days): Instant => instant(Math.round(start + days * DAY_MS))

/** Down to the minute, so that no clock on a screen promises a second it does not have. */
export const toTheMinute = (moment: Instant): Instant => instant(Math.floor(moment / MINUTE_MS) * MINUTE_MS)

/** As text. What lies beyond the calendar, after a half-life of thousands of years, is told by its end. */
export const isoOf = (moment: Instant): string => new Date(Math.max(-LAST_MS, Math.min(LAST_MS, moment))).toISOString()
