import type { Say } from './say.tsx'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A length of time in the two units that matter: `2 h 10 min`, `3 d 4 h`, `41 d`. */
export function lengthOfTime(milliseconds: number, say: Say): string {
  const whole = Math.round(Math.abs(milliseconds) / MINUTE) * MINUTE
  const [days, hours, minutes] = [Math.floor(whole / DAY), Math.floor((whole % DAY) / HOUR), Math.floor((whole % HOUR) / MINUTE)]
  if (days >= 14 || (days > 0 && hours === 0)) return say('time.days', { days })
  if (days > 0) return say('time.days-hours', { days, hours })
  if (hours === 0) return say('time.minutes', { minutes })
  return minutes === 0 ? say('time.hours', { hours }) : say('time.hours-minutes', { hours, minutes })
}
