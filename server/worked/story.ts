import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DAY_MS, instant, isoOf, type Instant } from '../../core/kernel/instant.ts'
import type { CertaintySent } from '../../wire/api.ts'
import type { AssessmentSent } from '../../wire/api.ts'
import { timeOf, type WorkedExample } from '../../wire/worked-example.ts'
import { openCaseStore } from '../case-store.ts'
import { openCatalogue } from '../catalogue.ts'
import { lookBack, sayLookedBack } from './look-back.ts'
import { play, type Played, type Stage } from './play.ts'
import { readWorked } from './read-worked.ts'
import { openStage } from './stage.ts'

/** The day of entry of the story as it is told; in the demonstration it is always tomorrow. */
const TOLD_OF = instant(Date.UTC(2031, 2, 6))

/** Tells the worked example in prose, playing each step on a ledger that is thrown away afterwards. The numbers are computed, and no line of them is written beforehand. */
export async function tellStory(say: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'daylight-story-'))
  const cases = await openCaseStore({ ledger: { file: ':memory:' }, keys: { file: ':memory:' }, desk: { file: ':memory:' }, masterKey: join(folder, 'master.key') })
  try {
    const example = await readWorked()
    const { stage, rest } = await openStage(cases, openCatalogue(), example, TOLD_OF, instant(TOLD_OF - 30 * DAY_MS))
    let day = ''
    for await (const one of play(example, stage)) {
      const line = dayOf(one.at)
      if (line !== day) say(`\n${line}\n`)
      day = line
      for (const text of await told(one, example, stage)) say(text)
    }
    await rest()
  } finally {
    await cases.close()
    rmSync(folder, { recursive: true })
  }
}

async function told(one: Played, { people }: WorkedExample, stage: Stage): Promise<readonly string[]> {
  const { step, at, refused } = one
  const person = people[step.who]
  const lines = [...wrapped(`${isoOf(at).slice(11, 16)}  ${person?.name}, ${person?.role.replaceAll('-', ' ')}. ${step.tells}`), ...wrapped(refused ? `→ Refused: ${refused.title} ${refused.detail}` : `→ ${await outcome(one, stage)}`, '       ')]
  return [...lines, '']
}

/** What the case says now: the number of the site, or the verdict of the plan. */
async function outcome({ about: { kind, id }, at, step }: Played, stage: Stage): Promise<string> {
  const asks = stage.asks.get(step.who)!
  if (kind === 'sites') return number((await (await asks('GET', `/api/sites/${id}/certainty?at=${isoOf(stage.midnight + ENTRY_MS as Instant)}&knownAt=${isoOf(at)}`)).json()) as CertaintySent)
  const back = 'looks-back' in step ? await lookBack(asks, id) : null
  return back ? sayLookedBack(back) : verdict((await (await asks('GET', `/api/plans/${id}/reading`)).json()) as AssessmentSent)
}

/** Half past five on the day of entry. */
const ENTRY_MS = 5.5 * 3_600_000

function number({ roots, probability, p10, p90, gates, validUntil }: CertaintySent): string {
  const open = gates.filter(({ state }) => state === 'open').length
  if (roots.length === 0) return `Nothing is known about this site; ${open} of ${gates.length} gates are open.`
  const holds = validUntil === null ? '' : `, and they stay so until ${validUntil.slice(0, 16).replace('T', ' ')}`
  return `Victims there at the hour of entry: ${probability.toFixed(2)} [${p10.toFixed(2)}–${p90.toFixed(2)}], on ${roots.length === 1 ? 'one root' : `${roots.length} roots`}; ${open} of ${gates.length} gates are open${open === gates.length ? holds : ''}.`
}

function verdict({ verdict: found, markers, criteria }: AssessmentSent): string {
  const marks = markers.filter(({ state }) => state === 'found').map(({ id }) => id)
  const lacking = criteria.filter(({ finding }) => finding === 'fails' || finding === 'unknown' || finding === 'partly').length
  if (found === 'blind') return `The plan is blind: ${marks.join(', ')} found; ${lacking} of ${criteria.length} criteria do not hold.`
  return found === 'smart' ? `The plan is smart: all ${criteria.length} criteria hold.` : `The plan is not ready: ${lacking} of ${criteria.length} criteria do not hold.`
}

const dayOf = (at: Instant): string => {
  const days = Math.floor((at - timeOf('@0d 00:00', TOLD_OF)) / DAY_MS)
  return days === 0 ? 'The day of entry' : `${-days} days before entry`
}

const WIDTH = 100

/** Lines of a width a terminal has; those after the first stand under it. */
function wrapped(text: string, indent = ''): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < WIDTH) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(lines.length === 0 ? `${indent}${word}` : `       ${word}`)
  }
  return lines
}
