/** From one range of numbers to another, along a line. */
export const scale =
  (from: readonly [number, number], onto: readonly [number, number]) =>
  (value: number): number =>
    onto[0] + ((value - from[0]) / (from[1] - from[0] || 1)) * (onto[1] - onto[0])

const HOUR = 3_600_000
const DAY = 24 * HOUR
const STEPS = [HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 7 * DAY, 14 * DAY]
const MONTHS = [1, 3, 6, 12, 24, 60, 120]
const MONTH = 30.4 * DAY

export interface TimeTick {
  readonly at: number
  /** Whether the tick is told by its time of day, by its day, or by its month. */
  readonly by: 'time' | 'day' | 'month'
}

/** Where a time axis has its marks: the finest step that leaves no more than there is room for, at whole steps of the zone. */
export function timeTicks(from: number, to: number, most: number, zoneMinutes: number): readonly TimeTick[] {
  const shift = zoneMinutes * 60_000
  const step = STEPS.find((candidate) => (to - from) / candidate <= most)
  if (step === undefined) return monthTicks(from, to, most, shift)
  const first = Math.ceil((from + shift) / step) * step - shift
  return Array.from({ length: Math.max(0, Math.floor((to - first) / step) + 1) }, (_, i) => first + i * step)
    .map((at) => ({ at, by: step < DAY && (at + shift) % DAY !== 0 ? 'time' : 'day' }))
}

function monthTicks(from: number, to: number, most: number, shift: number): readonly TimeTick[] {
  const months = MONTHS.find((candidate) => (to - from) / (candidate * MONTH) <= most) ?? 600
  const start = new Date(from + shift)
  const first = Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth() + (start.getUTCDate() > 1 ? 1 : 0)) / months) * months
  return Array.from({ length: most + 1 }, (_, i) => startOfMonth(first + i * months) - shift)
    .map((at) => ({ at, by: 'month' as const }))
    .filter(({ at }) => at >= from && at <= to)
}

const startOfMonth = (months: number): number => Date.UTC(Math.floor(months / 12), months % 12)
