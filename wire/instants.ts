import { z } from 'zod'
import { instant, type Instant } from '../core/kernel/instant.ts'

/** `1995`, `1995-08`, `1995-08-02`, or an instant with its zone. */
const LESS_EXACT = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

const EXACT = z.union([z.iso.datetime({ offset: true }), z.iso.datetime({ offset: true, precision: -1 })])

const isInstant = (text: string): boolean => EXACT.safeParse(text).success

/** An instant to the minute or finer, with its zone: `2026-03-04T06:00:00+07:00` (RFC 3339). */
export const InstantText = z
  .string()
  .refine(isInstant, 'not an instant of the calendar with its zone, such as 2026-03-04T06:00:00Z')
  .transform((text): Instant => instant(Date.parse(text)))
  .meta({ description: 'An instant with its zone, such as 2026-03-04T06:00:00Z or 2026-03-04T13:00:00+07:00' })

type Edge = 'start' | 'end'

/**
 * An instant that an old account may tell no better than by day, month or year.
 *
 * Which end of the day, month or year is meant depends on what is told: a sighting is read at its start and the hour of
 * entry at its end, so that nothing looks fresher than it was. Days are those of UTC.
 */
const dateOrInstant = (edge: Edge) =>
  z
    .string()
    .refine((text) => rangeOf(text) !== null, 'not a day of the calendar, nor an instant with its zone')
    .transform((text): Instant => rangeOf(text)![edge])
    .meta({ description: `An instant with its zone, or a day, month or year (1995-08-02, 1995-08, 1995), read at its ${edge}` })

/** An account that tells no time at all can mean any since then. */
const LONG_AGO = instant(Date.UTC(1900, 0, 1))
const EVER = instant(Date.UTC(9999, 11, 31))

/** A time that may be told by day, month or year, or not at all, with both ends of what it can mean. */
export const ToldTime = z
  .string()
  .refine((text) => text === 'unknown' || rangeOf(text) !== null, 'not a day of the calendar, nor an instant with its zone, nor unknown')
  .transform((text) => ({ ...(rangeOf(text) ?? { start: LONG_AGO, end: EVER }), told: text }))
  .meta({ description: 'An instant with its zone, or a day, month or year (1995-08-02, 1995-08, 1995), or unknown' })

export const EarliestInstant = dateOrInstant('start')
export const LatestInstant = dateOrInstant('end')

function rangeOf(text: string): Readonly<Record<Edge, Instant>> | null {
  if (isInstant(text)) return { start: instant(Date.parse(text)), end: instant(Date.parse(text)) }
  const [matched, year, month, day] = LESS_EXACT.exec(text) ?? []
  if (!matched) return null
  const [y, m, d] = [Number(year), Number(month ?? 1) - 1, Number(day ?? 1)]
  const start = Date.UTC(y, m, d)
  if (new Date(start).toISOString().slice(0, 10) !== `${year}-${month ?? '01'}-${day ?? '01'}`) return null
  const next = day ? Date.UTC(y, m, d + 1) : month ? Date.UTC(y, m + 1, 1) : Date.UTC(y + 1, 0, 1)
  return { start: instant(start), end: instant(next - 1) }
}
