import { EarliestInstant } from '../../wire/instants.ts'

const DAY_AND_TIME = /^(\d{4})-(\d{1,2})-(\d{1,2})[T ,]+(\d{1,2}):(\d{2})(:\d{2}(?:\.\d+)?)? *(Z|UTC|GMT|[+-]\d{1,2}(?::?\d{2})?)$/i
const DAY = /^(\d{4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?$/

/**
 * A time as a file writes it, from a time as people type it.
 *
 * `1995-8-2`, `2016-07-01 05:30 +7` and `2016/07` are understood; what is not comes back as it was typed, and is refused
 * where it is read. A time without its zone is not understood: it could be meant twice.
 */
export function typedInstant(typed: string): string {
  const text = typed.trim()
  const [day, year, month, date] = DAY.exec(text) ?? []
  if (day) return [year, month, date].filter((part) => part !== undefined).map((part) => part.padStart(2, '0')).join('-')
  const [full, y = '', m = '', d = '', hour = '', minute = '', seconds = ':00', zone = ''] = DAY_AND_TIME.exec(text) ?? []
  if (!full) return text
  return `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}T${hour.padStart(2, '0')}:${minute}${seconds}${writtenZone(zone)}`
}

function writtenZone(zone: string): string {
  if (/[a-z]/i.test(zone)) return 'Z'
  const [, sign = '+', hours = '', minutes = '00'] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone) ?? []
  return `${sign}${hours.padStart(2, '0')}:${minutes}`
}

export const isTime = (typed: string): boolean => EarliestInstant.safeParse(typedInstant(typed)).success
