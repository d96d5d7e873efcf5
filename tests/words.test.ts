import { compileMessage } from '@lingui/message-utils/compileMessage'
import { parsePo } from 'pofile-ts'
import { describe, expect, test } from 'vitest'
import { GATES } from '../core/certainty/gates.ts'
import { SHOCK_KINDS } from '../core/intelligence/shock.ts'
import { VENUES } from '../core/intelligence/venue.ts'
import { ACCESSES, SOURCE_KINDS } from '../core/intelligence/report.ts'
import { ELEMENTS, SURENESS } from '../core/law/offence.ts'
import { SUPPORT_STANDINGS } from '../core/law/element-matrix.ts'
import type { Lack } from '../core/planning/answer.ts'
import { AS_FINDING } from '../core/planning/criteria.ts'
import { LADDER } from '../core/planning/ladder.ts'
import { MARKERS } from '../core/planning/markers.ts'
import { GOALS, URGENT_BASES, URGENT_TASKS } from '../core/planning/operation.ts'
import { METHODS } from '../core/intelligence/attempt.ts'
import { CELLS } from '../core/planning/places.ts'
import { CONTINGENCIES, EXPECTATIONS, ORGANISATIONS, THOSE_AT_RISK } from '../core/planning/plan.ts'
import { STATIONS, POLICY_WAYS } from '../core/planning/policy.ts'
import { POLICY_IDS } from '../core/planning/policy-facts.ts'
import { CRITERION_IDS, PHASES, REQUIREMENT_IDS } from '../core/planning/requirements.ts'
import { PLAN_PARTS } from '../core/planning/plan-facts.ts'
import { STANDINGS } from '../core/planning/standing.ts'
import { UNDER_CONTROL } from '../core/intelligence/collection.ts'
import { CONTENT_TESTS, MOTIVES } from '../core/intelligence/four-questions.ts'
import { PROPOSAL_REASONS } from '../core/intelligence/propose-grading.ts'
import { SITE_CONCERNS } from '../core/intelligence/site-concerns.ts'
import { PERSON_CATEGORIES, TASK_ANSWERS } from '../core/intelligence/site-facts.ts'
import { OUTCOMES } from '../core/intelligence/source-facts.ts'
import { LOOKS, ROLES } from '../core/kernel/access.ts'
import { DANGERS, JUDGEMENTS, REACHES } from '../core/need-to-know/need-facts.ts'
import { messagesOf, voice } from '../wire/words.ts'
import { isTest, readTree } from './house/tree.ts'
import { WORDLESS } from './words-cast.ts'

/** Every code of the core has a sentence, every sentence a code, and every figure its place (docs/decisions/0010). */

const files = readTree((path) => /^words\/en\/.*\.po$/.test(path))
const items = files.flatMap(({ path, text }) => parsePo(text).items.map(({ msgid, msgstr }) => ({ path, id: msgid, text: msgstr[0] ?? '' })))
const messages = messagesOf(files.map(({ text }) => text))
const speak = voice('en', messages)

const isSource = (path: string): boolean => /\.tsx?$/.test(path) && !isTest(path) && !path.startsWith('tests/')
const core = readTree((path) => isSource(path) && (path.startsWith('core/planning/') || path === 'core/certainty/gates.ts') && !path.endsWith('/says-something.ts'))
const screens = readTree((path) => isSource(path) && /^(?:cli|server|web|field|ui|wire)\//.test(path))

/** Lists of codes, by the word that stands before them in the id of a message. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  verdict: ['smart', 'not-ready', 'not-ready-past', 'blind', 'missed', 'not-missed', 'urgent', ...['smart', 'not-ready', 'blind', 'missed', 'not-missed', 'urgent'].map((verdict) => `${verdict}-means`)],
  finding: Object.values(AS_FINDING), met: Object.keys(AS_FINDING), phase: PHASES, state: ['found', 'not-found', 'unknown', 'open', 'closed'],
  marker: MARKERS, gate: GATES, criterion: CRITERION_IDS, requirement: REQUIREMENT_IDS,
  kind: SOURCE_KINDS, access: ACCESSES, venue: [...VENUES, 'unknown'], rung: [...LADDER, 'unknown'], goal: [...GOALS, 'unknown'], shock: SHOCK_KINDS,
  element: ELEMENTS, support: [...SUPPORT_STANDINGS, 'not-required'], method: METHODS, organisation: ORGANISATIONS, task: URGENT_TASKS, basis: URGENT_BASES,
  who: THOSE_AT_RISK, group: ['victims', 'suspects'], whom: ['adults', 'children'], cell: CELLS, event: CONTINGENCIES, expectation: EXPECTATIONS,
  station: STATIONS, sex: ['female', 'male', 'any'], age: ['adult', 'child'], reading: ['primary', 'secondary', 'memory'], sureness: [...SURENESS, 'judgement'],
  step: ['prior', 'wait-usual', 'wait-shocked', 'report', 'report-ends-shock', 'no-weight-assumption', 'no-weight-derived', 'no-weight-circle', 'shock'],
}
const LISTED = Object.entries(LISTS).flatMap(([list, codes]) => codes.map((code) => `${list}.${code}`))

/** Codes with a slash that stand in the sources: what a plan lacks, why a marker or a gate stands, what to look at. */
const SPOKEN_IN_CORE = [...new Set(core.flatMap(({ text }) => [...text.matchAll(/'((?:B\d|[a-z][a-z-]*)\/[a-z][a-z-]*)'/g)].map((match) => match[1]!)))]
const requirements: ReadonlySet<string> = new Set(REQUIREMENT_IDS)
const concerns: ReadonlySet<string> = new Set(/readonly code:([\s\S]*?)readonly restsOn/.exec(core.find(({ path }) => path.endsWith('/concerns.ts'))?.text ?? '')?.[1]?.match(/[a-z]+\/[a-z-]+/g))
const messageFor = (code: string): string => (concerns.has(code) ? `concern.${code}` : code)
/** What was done with a plan, why it is refused and why its authority lapsed: no plan lacks these. */
const isOfAFile = (code: string): boolean => /^(?:plan|policy|words)\//.test(code)
const SENTENCES = SPOKEN_IN_CORE.filter((code) => !requirements.has(code) && !isOfAFile(code)).map(messageFor)

/** Lists of the office, by what stands before their codes in the id of a message. */
const OF_THE_OFFICE: Readonly<Record<string, readonly string[]>> = {
  'report.motive.': MOTIVES, 'report.content.': CONTENT_TESTS, 'report.person.': PERSON_CATEGORIES, 'task.answer.': TASK_ANSWERS, 'source.outcome-': OUTCOMES, 'source.under-control-': UNDER_CONTROL,
  'report.because.': PROPOSAL_REASONS.map((reason) => reason.replace('/', '-')), 'concern.': SITE_CONCERNS,
  'look-for.': LOOKS, 'role.': ROLES, 'reach.': REACHES, 'need.reach-': REACHES, 'danger.': DANGERS, 'judgement.': JUDGEMENTS,
  'part.': PLAN_PARTS, 'standing.': STANDINGS, 'policy.': POLICY_IDS, 'way.': Object.values(POLICY_WAYS).flat(),
}

describe('the words', () => {
  test('are really read, and so are the codes', () => {
    expect(items.length).toBeGreaterThan(300)
    expect(SENTENCES).toEqual(expect.arrayContaining(['B1/attempt-made', 'number/below', 'care/places-short', 'lead/verified', 'concern.law/unverified', 'segregation/zone-for-both']))
    expect(concerns.size).toBeGreaterThanOrEqual(6)
  })

  test('hold a message for every code the core can utter', () => {
    expect([...LISTED, ...SENTENCES].filter((id) => !Object.hasOwn(messages, id))).toEqual([])
  })

  test('hold a message for every code of the office', () => {
    expect(Object.entries(OF_THE_OFFICE).flatMap(([before, codes]) => codes.map((code) => `${before}${code}`)).filter((id) => !Object.hasOwn(messages, id))).toEqual([])
  })

  test('hold a message for everything that was done with a plan, that stands in its way, and by which authority lapses', () => {
    const codes = SPOKEN_IN_CORE.filter((code) => isOfAFile(code) && code !== 'words/withheld')
    expect(codes.length).toBeGreaterThan(15)
    expect(codes.filter((code) => !['refusal', 'lapse', 'done', 'concern'].some((before) => Object.hasOwn(messages, `${before}.${code}`)))).toEqual([])
  })

  test('hold every message once, and none blank', () => {
    expect(items.filter(({ id }, i) => items.findIndex((other) => other.id === id) < i).map(({ path, id }) => `${path}: ${id}`)).toEqual([])
    expect(items.filter(({ text }) => text.trim() === '').map(({ id }) => id)).toEqual([])
  })

  test('hold no message that nobody says', () => {
    const said = new Set([...LISTED, ...SENTENCES])
    const text = screens.map((file) => file.text).join('\n')
    const isSaid = (id: string): boolean => said.has(id) || ['\'', '"', '`'].some((quote) => text.includes(`${quote}${id}${quote}`)) || text.includes(`\`${id.split('.')[0]}.\${`)
    expect(items.filter(({ path }) => path.endsWith('/readings.po')).map(({ id }) => id).filter((id) => !isSaid(id))).toEqual([])
  })

  test('hold no code of a list that is no more in it', () => {
    const own = items.filter(({ path, id }) => path.endsWith('/readings.po') && id.includes('.') && Object.hasOwn(LISTS, id.split('.')[0]!))
    expect(own.map(({ id }) => id).filter((id) => !LISTED.includes(id))).toEqual([])
  })
})

type Token = string | readonly [name: string, format?: string, cases?: unknown]

/** The names of the figures a message asks for, also inside the cases of a plural. */
function figuresAsked(message: unknown): readonly string[] {
  if (!Array.isArray(message)) return typeof message === 'object' && message !== null ? Object.values(message).flatMap(figuresAsked) : []
  return (message as readonly Token[]).flatMap((token) => (typeof token === 'string' ? [] : [token[0], ...figuresAsked(token[2])]))
}

describe('what is lacking, said in words', () => {
  const uttered: readonly Lack[] = WORDLESS

  test('is tried for every code that a plan or a gate can lack', () => {
    const lacks = new Set(SENTENCES.filter((id) => !/^(?:B\d\/|lead\/|concern\.)/.test(id)))
    for (const { code } of uttered) lacks.delete(code)
    expect([...lacks]).toEqual([])
  })

  test('has the figures that its message asks for, and no others', () => {
    const asked = (code: string) => [...new Set(figuresAsked(compileMessage(messages[code] ?? '')))].toSorted()
    for (const { code, figures } of uttered) {
      expect([code, asked(code).filter((name) => !Object.hasOwn(figures, name))]).toEqual([code, []])
      if (!GATES.some((gate) => code.startsWith(`${gate}/`))) expect([code, Object.keys(figures).toSorted()]).toEqual([code, asked(code)])
    }
  })

  test('says no code where there is a word for it', () => {
    for (const { code, figures } of uttered) {
      const said = speak(code, figures)
      expect(said).not.toMatch(/[{}]|undefined|\[object/)
      for (const [name, value] of Object.entries(figures))
        if (Object.hasOwn(LISTS, name)) for (const part of String(value).split(', ')) expect([name, part, LISTS[name]?.includes(part)]).toEqual([name, part, true])
    }
  })

  test('reads as people speak', () => {
    expect(speak('safety/not-considered', { who: 'other-victims-of-the-network' })).toBe('Say how this could harm: other victims of the same network. Or why they are not there.')
    expect(speak('care/places-short', { short: 2, cell: 'female-adult, female-child' })).toBe('2 more confirmed places are needed for: women and girls.')
    expect(speak('contingency/no-response', { event: 'leak' })).toBe('Say what is done, and by whom: the operation has leaked.')
    expect(speak('expectations/not-prepared-for', { expectation: 'denial' })).toBe('The briefing does not prepare for: people who deny being exploited.')
    expect(speak('alternatives/no-reason', { rung: 'assisted-exit' })).toBe('Say why this would fail: Assisted exit.')
    expect(speak('segregation/no-vehicle', { group: 'suspects' })).toBe('Name a vehicle for suspects alone.')
    expect(speak('interviews/nobody-interviews', { whom: 'children' })).toBe('Name who interviews children.')
    expect(speak('interviews/no-vetted-interpreter', { language: 'km' })).toBe('Name a vetted interpreter for Khmer.')
    expect(speak('offence/element-nothing', { element: 'means' })).toBe('Means: nothing held, and nothing planned to be found.')
    expect(speak('freshness/shock-since', { report: 'escaped-worker', seenAt: '2031-03-01T02:00:00.000Z', shock: 'official-visit', shockAt: '2031-03-02T00:00:00.000Z', until: '2031-05-01T00:00:00.000Z' }))
      .toBe('Last seen 2031-03-01 02:00 UTC (escaped-worker); since then the site may have been warned (an official visit, 2031-03-02 00:00 UTC).')
  })
})
