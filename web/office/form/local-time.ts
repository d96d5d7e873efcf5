import { isTime, typedInstant } from '../../entry/typed-instant.ts'

const WITHOUT_ZONE = /^(\d{4})-(\d{1,2})-(\d{1,2})[T ,]+(\d{1,2}):(\d{2})$/

/** How far a place is from UTC at a time by its own clock, in minutes east: summer time is what it was on that day. */
export type OffsetAt = (year: number, month: number, day: number, hour: number, minute: number) => number

/** The zone of this machine. */
export const offsetHere: OffsetAt = (year, month, day, hour, minute) => -new Date(year, month - 1, day, hour, minute).getTimezoneOffset()

/**
 * A time as it is sent, from a time as people type it: without a zone, that of this machine is written beside it.
 *
 * What is no time comes back as it was typed.
 */
export function typedLocally(typed: string, offsetAt: OffsetAt = offsetHere): string {
  const [full, ...parts] = WITHOUT_ZONE.exec(typed.trim()) ?? []
  if (!full) return typedInstant(typed)
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts.map(Number)
  return typedInstant(`${full} ${offsetText(offsetAt(year, month, day, hour, minute))}`)
}

/** `+07:00` from 420. */
export function offsetText(minutes: number): string {
  const two = (number: number): string => String(number).padStart(2, '0')
  const whole = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(whole / 60))}:${two(whole % 60)}`
}

/** A moment as it would be typed here: `2031-03-06 05:30 +07:00`. */
export function typedFor(milliseconds: number, offsetMinutes: number): string {
  const local = new Date(milliseconds + offsetMinutes * 60_000).toISOString()
  return `${local.slice(0, 10)} ${local.slice(11, 16)} ${offsetText(offsetMinutes)}`
}

/** Whether a time is told to the minute, with its zone; a day or a year is not. */
export const isToTheMinute = (typed: string): boolean => isTime(typed) && /T/.test(typedInstant(typed))
