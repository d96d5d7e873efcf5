import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DAY_MS, instant, isoOf } from '../core/kernel/instant.ts'
import { openCaseStore, type CaseStore } from '../server/case-store.ts'
import { openCatalogue } from '../server/catalogue.ts'
import { demonstrate } from '../server/worked/demo.ts'
import { lookBack, type LookedBack } from '../server/worked/look-back.ts'
import { play, type Played } from '../server/worked/play.ts'
import { readWorked } from '../server/worked/read-worked.ts'
import { openStage } from '../server/worked/stage.ts'
import { tellStory } from '../server/worked/story.ts'
import type { AssessmentSent, CertaintySent } from '../wire/api.ts'
import type { PlanAnswer } from '../wire/office/plan-answers.ts'

/** The example that everybody sees first, played once: each step, and what the case said after it. */

const MIDNIGHT = instant(Date.UTC(2031, 2, 6))
const ENTRY = isoOf(instant(MIDNIGHT + 5.5 * 3_600_000))

interface Then {
  readonly played: Played
  readonly certainty: CertaintySent | null
  readonly reading: AssessmentSent | null
}

let folder: string
let cases: CaseStore
let steps: readonly Then[]
let back: LookedBack
let plan: PlanAnswer

const inMemory = (): Promise<CaseStore> => openCaseStore({ ledger: { file: ':memory:' }, keys: { file: ':memory:' }, desk: { file: ':memory:' }, masterKey: join(folder, 'master.key') })

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'daylight-worked-'))
  cases = await inMemory()
  const example = await readWorked()
  const { stage, rest } = await openStage(cases, openCatalogue(), example, MIDNIGHT, instant(MIDNIGHT - 30 * DAY_MS))
  const officer = stage.asks.get('amara')!
  const ask = async <Answer>(path: string): Promise<Answer> => (await (await officer('GET', path)).json()) as Answer
  const seen: Then[] = []
  for await (const played of play(example, stage)) {
    const { kind, id } = played.about
    const certainty = kind === 'sites' ? await ask<CertaintySent>(`/api/sites/${id}/certainty?at=${ENTRY}`) : null
    seen.push({ played, certainty, reading: kind === 'plans' ? await ask<AssessmentSent>(`/api/plans/${id}/reading`) : null })
  }
  steps = seen
  back = (await lookBack(officer, 'workshop-plan'))!
  plan = await ask('/api/plans/workshop-plan')
  await rest()
}, 60_000)

afterAll(async () => {
  await cases?.close()
  rmSync(folder, { recursive: true })
})

/** The step that records a report, an attempt or a shock, or begins so, with the one on the same site before it. */
function around(what: string): { readonly before: CertaintySent; readonly after: CertaintySent } {
  const at = steps.findIndex(({ played: { step } }) => 'site' in step && JSON.stringify(step.act).includes(what))
  const site = steps[at]?.played.about.id
  const before = steps.slice(0, at).findLast(({ played }) => played.about.id === site)?.certainty
  const after = steps[at]?.certainty
  if (!before || !after) throw new Error(`no step of the example tells of ${what}`)
  return { before, after }
}

const readingAfter = (id: string, which: (played: Played) => boolean): AssessmentSent => {
  const found = steps.find(({ played }) => played.about.id === id && which(played))?.reading
  if (!found) throw new Error(`no such step of ${id}`)
  return found
}

describe('the number of the worked example', () => {
  test.each(['report-everyone-knows', 'report-outreach-worker', 'assign-lead', 'set-task', 'answer-task', 'record-attempt', 'write-alternative', '"dissent"', 'note-room'])('is moved by nothing that weighs nothing: %s', (what) => {
    const { before, after } = around(what)
    expect([after.probability, after.p10, after.p90, after.roots]).toEqual([before.probability, before.p10, before.p90, before.roots])
  })

  test.each(['report-escaped-worker', 'report-labour-inspector', 'report-bare-tip', 'report-advertisement'])('rises with each root that somebody is there: %s', (what) => {
    const { before, after } = around(what)
    expect(after.probability).toBeGreaterThan(before.probability)
    expect(after.roots).toHaveLength(before.roots.length + 1)
  })

  test('falls with the shock, and with the report of a dark window', () => {
    for (const what of ['note-shock', 'report-dark-window']) {
      const { before, after } = around(what)
      expect(after.probability, what).toBeLessThan(before.probability)
    }
  })

  test('has every gate open only when the attempt and the innocent explanation are written down too', () => {
    const open = (what: string): number => around(what).after.gates.filter(({ state }) => state === 'open').length
    expect(['report-everyone-knows', 'report-labour-inspector', 'record-attempt', 'write-alternative'].map(open)).toEqual([0, 3, 4, 5])
    expect(open('report-advertisement')).toBe(0)
  })
})

describe('the plans of the worked example', () => {
  test('are blind while they are empty, whoever fills in a goal', () => {
    for (const id of ['workshop-plan', 'flat-plan']) expect(readingAfter(id, ({ step }) => 'plans' in step).verdict).toBe('blind')
    const withGoal = readingAfter('flat-plan', ({ step }) => 'writes-part' in step)
    expect([withGoal.verdict, withGoal.markers.filter(({ state }) => state === 'found').map(({ id }) => id)]).toEqual(['blind', expect.arrayContaining(['B1'])])
  })

  test('are smart when every part is written', () => {
    const written = readingAfter('workshop-plan', ({ step }) => 'writes' in step)
    expect([written.verdict, written.markers.filter(({ state }) => state === 'found'), written.criteria.filter(({ finding }) => finding !== 'holds')]).toEqual(['smart', [], []])
  })

  test('are authorised by somebody else than whoever wrote them', () => {
    const refused = steps.flatMap(({ played }) => (played.refused ? [[played.step.who, played.refused.code, played.refused.status]] : []))
    expect(refused).toEqual([['paolo', 'plan/not-an-authorising-officer', 403]])
    expect(plan.authority).toMatchObject({ plan: plan.versions.findLast(({ part }) => part !== null)?.noted.version })
    expect(plan.names[plan.authority?.noted.by ?? '']).toBe('Amara')
  })

  test('show what was known when they were authorised, also after a report that came late', () => {
    const { asAuthorised, now, known, authority } = back
    const [smart, late] = [readingAfter('workshop-plan', ({ step }) => 'writes' in step), around('report-dark-window').after]
    expect([asAuthorised.verdict, asAuthorised.certainty?.probability, asAuthorised.certainty?.roots]).toEqual(['smart', smart.certainty?.probability, smart.certainty?.roots])
    expect(JSON.stringify(known.operation)).not.toContain('report-dark-window')
    expect(now.certainty?.roots).toEqual(late.roots)
    expect(known.since.map(({ stream, type }) => [stream, type])).toEqual([['site/site-workshop', 'report/received']])
    expect(Date.parse(known.since[0]?.receivedAt ?? '')).toBeGreaterThan(Date.parse(known.knownAt))
    expect(authority.lapsed?.code).toBe('plan/gate-closed')
    expect([plan.standing, now.verdict]).toEqual(['lapsed', 'not-ready'])
  })
})

test('the story is told in lines that a terminal has, with every person and every step in it', async () => {
  const lines: string[] = []
  await tellStory((line) => lines.push(...line.split('\n')))
  const { people, steps: told } = await readWorked()
  expect(lines.filter((line) => line.length > 100)).toEqual([])
  expect(lines.filter((line) => /^\d\d:\d\d {2}\w/.test(line))).toHaveLength(told.length)
  for (const { name, role } of Object.values(people).filter((person) => person.role !== 'administrator')) expect(lines.join('\n')).toContain(`${name}, ${role.replaceAll('-', ' ')}.`)
  expect(lines.join(' ').replaceAll(/\s+/g, ' ')).toContain('When it was authorised: smart, on 2 roots and 0.92 [0.82–0.94]. Now: not ready, on 3 roots')
  expect(lines.join('\n')).not.toMatch(/undefined|NaN|null|\[object/)
})

test('the demonstration fills an empty place once, goes on from there, and mixes into nothing else', async () => {
  const [catalogue, now] = [openCatalogue(), () => instant(Date.UTC(2031, 2, 3, 8))]
  const here = await inMemory()
  try {
    const first = await demonstrate(here, catalogue, now, () => undefined)
    const { position } = await here.ledger.head()
    expect([first.accepted, position > 20]).toEqual([true, true])
    expect(await demonstrate(here, catalogue, now, () => undefined)).toEqual(first)
    expect((await here.ledger.head()).position).toBe(position)
    await here.desk.transact((db) => db.updateTable('people').set({ sign_in_name: 'somebody-else' }).where('sign_in_name', '=', 'ines').execute())
    expect(await demonstrate(here, catalogue, now, () => undefined)).toMatchObject({ accepted: false, problem: expect.stringContaining('not the worked example') })
  } finally {
    await here.close()
  }
})
