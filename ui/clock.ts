import type { Instant } from '../core/kernel/instant.ts'

/** The zone in which times are shown, by its distance from UTC: the zone in which the hour of entry was written. */
export interface Zone {
  readonly minutes: number
  readonly name: string
}

export const UTC: Zone = { minutes: 0, name: 'UTC' }

const OFFSET = /[T ]\d{2}:\d{2}.*?([+-])(\d{2}):(\d{2})$/

/** The zone of an instant as it was written; UTC where it was written with Z, or as a day, which is a day of UTC. */
export function zoneOf(written: string): Zone {
  const [, sign, hours, minutes] = OFFSET.exec(written) ?? []
  if (!sign) return UTC
  const total = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1)
  return total === 0 ? UTC : { minutes: total, name: `UTC${sign === '-' ? '−' : '+'}${hours}:${minutes}` }
}

/** A language as the calendar names it: always the Gregorian years and the digits of the rest of the page. */
const calendar = (language: string): string => `${language.split('-')[0]}-${language.startsWith('en') ? 'GB-' : ''}u-ca-gregory-nu-latn`

type Parts = Intl.DateTimeFormatOptions

const shown = (at: Instant, zone: Zone, language: string, parts: Parts): string =>
  new Intl.DateTimeFormat(calendar(language), { ...parts, timeZone: 'UTC' }).format(at + zone.minutes * 60_000)

const DAY: Parts = { day: 'numeric', month: 'short', year: 'numeric' }
const TIME: Parts = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }

/** `Thu 6 Mar 2031, 05:30`, in a zone that is named nearby. */
export const dayAndTime = (at: Instant, zone: Zone, language: string): string =>
  `${dayOf(at, zone, language)}, ${timeOf(at, zone, language)}`

export const dayOf = (at: Instant, zone: Zone, language: string): string => shown(at, zone, language, { weekday: 'short', ...DAY })
export const timeOf = (at: Instant, zone: Zone, language: string): string => shown(at, zone, language, TIME)
export const monthOf = (at: Instant, zone: Zone, language: string): string => shown(at, zone, language, { month: 'short', year: 'numeric' })
export const shortDay = (at: Instant, zone: Zone, language: string): string => shown(at, zone, language, DAY)

/** An instant no more exactly than it was written: a year, a month, a day, or a day with its time; and its zone, unless that is named nearby. */
export function asWritten(written: string, language: string, nearby?: Zone): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(written) ?? []
  if (!year) return isNaN(Date.parse(written)) ? written : timed(Date.parse(written) as Instant, zoneOf(written), language, nearby)
  const at = Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)) as Instant
  const parts: Parts = { year: 'numeric', ...(month && { month: 'short' }), ...(day && { day: 'numeric' }) }
  return shown(at, UTC, language, parts)
}

const timed = (at: Instant, zone: Zone, language: string, nearby?: Zone): string =>
  zone.minutes === nearby?.minutes ? dayAndTime(at, zone, language) : withZone(at, zone, language)

/** A time with the name of its zone, for where nothing nearby names it. */
export const withZone = (at: Instant, zone: Zone, language: string): string => `${dayAndTime(at, zone, language)} ${zone.name}`
