import { DAY_MS, instant, type Instant } from '../../core/kernel/instant.ts'
import type { WorkedExample } from '../../wire/worked-example.ts'
import type { CaseStore } from '../case-store.ts'
import type { Catalogue } from '../catalogue.ts'
import type { Clock } from '../clock.ts'
import { everybody } from '../people/people.ts'
import { play } from './play.ts'
import { readWorked } from './read-worked.ts'
import { EXAMPLE_PASSWORD, openStage } from './stage.ts'

/** Whom to sign in as, or why the example is not played here. */
export type Demonstration = { readonly accepted: true; readonly lines: readonly string[] } | { readonly accepted: false; readonly problem: string }

/**
 * Fills an empty place with the worked example, mid-case: entry is planned for the first half past five, UTC, that is at least half a day away.
 *
 * A place that already holds the example is left as it is, so that a second start goes on where the first ended.
 */
export async function demonstrate(cases: CaseStore, catalogue: Catalogue, now: Clock, say: (line: string) => void): Promise<Demonstration> {
  const example = await readWorked()
  const held = await everybody(cases.desk)
  const isOurs = held.length > 0 && Object.keys(example.people).every((name) => held.some((person) => person.sign_in_name === name))
  if (isOurs) return { accepted: true, lines: whoToBe(example) }
  if (held.length > 0 || (await cases.ledger.head()).position > 0)
    return { accepted: false, problem: 'this place holds something that is not the worked example, and nothing invented is mixed into it. Start with a data folder of its own: DAYLIGHT_DATA=./demonstration npm start -- --demo' }
  say('Playing the worked example, which takes a few seconds')
  const midnight = dayOfEntry(now())
  const { stage, rest } = await openStage(cases, catalogue, example, midnight, instant(midnight - 30 * DAY_MS))
  const steps = example.steps.filter(({ only }) => only === undefined)
  for await (const _played of play({ ...example, steps }, stage)) continue
  await rest()
  return { accepted: true, lines: whoToBe(example) }
}

const ENTRY_MS = 5.5 * 3_600_000

/** The beginning of the day on which entry is far enough away to be prepared for. */
const dayOfEntry = (now: Instant): Instant => instant(Math.ceil((now + DAY_MS / 2 - ENTRY_MS) / DAY_MS) * DAY_MS)

const whoToBe = ({ people }: WorkedExample): readonly string[] => [
  'Everybody and everything here is invented. Sign in as',
  ...Object.entries(people).map(([signInName, { role }]) => `  ${signInName.padEnd(8)}${role.replaceAll('-', ' ')}`),
  `with the password “${EXAMPLE_PASSWORD}”`,
]
