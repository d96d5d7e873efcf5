import type { EXPECTED } from './real-operations.expected.ts'

/** A file as it was read, before its shape is checked, so that one thing in it can be told otherwise. */
export interface Told {
  readonly facts?: readonly { readonly id: string; readonly about: string; readonly answer: string; readonly sources: readonly string[] }[]
  readonly [field: string]: unknown
}

type Change = (told: Told) => Told

/** What is looked at: the verdict, a marker, a phase, or a criterion. */
export type Looked = 'verdict' | `B${1 | 2 | 3 | 4 | 5}` | `phase ${string}` | `criterion ${string}`

/** One known fact told otherwise, and what that does to what is found. */
export interface Flip {
  readonly of: keyof typeof EXPECTED
  readonly change: string
  readonly to: Change
  readonly looked: Looked
  readonly before: string
  readonly after: string
}

const withoutFact = (id: string): Change => (told) => ({ ...told, facts: told.facts!.filter((fact) => fact.id !== id) })
const factAnswers = (id: string, answer: string): Change => (told) => ({ ...told, facts: told.facts!.map((fact) => (fact.id === id ? { ...fact, answer } : fact)) })
const withFact = (about: string, answer: string): Change => (told) => ({
  ...told,
  facts: [...told.facts!, { id: 'one-more', about, answer, says: 'Told for the test', sources: [firstSource(told)] }],
})
const field = (name: string, value: unknown): Change => (told) => ({ ...told, [name]: value })
const inside = (name: string, change: Readonly<Record<string, unknown>>): Change => (told) => ({ ...told, [name]: { ...(told[name] as object), ...change } })
const both = (...changes: readonly Change[]): Change => (told) => changes.reduce((so, change) => change(so), told)

const firstSource = ({ sources }: Told): string => (sources as readonly { readonly id: string }[])[0]!.id
const attempt = (at: string) => ({ id: 'a-look', method: 'surveillance', by: 'observation team', at, thisSite: 'yes', ifNobodyThere: 'no light', result: 'nobody', sources: [] })
const anotherReport = { id: 'another', kind: 'escaped-victim', finding: 'present', observedAt: '2004-12-06', says: 'Told for the test' }

export const FLIPS: readonly Flip[] = [
  { of: 'el-monte-1995.yaml', change: 'no cameras are told of', to: withoutFact('cameras'), looked: 'criterion media', before: 'fails', after: 'unknown' },
  { of: 'el-monte-1995.yaml', change: 'the cameras were kept away', to: factAnswers('cameras', 'yes'), looked: 'criterion media', before: 'fails', after: 'holds' },
  { of: 'el-monte-1995.yaml', change: 'workers and employers were kept together', to: factAnswers('workers-apart', 'no'), looked: 'phase entry', before: 'holds', after: 'fails' },
  { of: 'el-monte-1995.yaml', change: 'nobody screened the workers', to: withFact('identification/screening', 'no'), looked: 'verdict', before: 'not-ready', after: 'blind' },
  { of: 'el-monte-1995.yaml', change: 'the goal was to enforce immigration law', to: inside('goal', { declared: 'immigration-enforcement' }), looked: 'verdict', before: 'not-ready', after: 'blind' },
  { of: 'el-monte-1992.json', change: 'the place was looked at and a date set to look again', to: both(field('attempts', [attempt('1992-09')]), inside('lead', { reviewBy: '1996' })), looked: 'verdict', before: 'missed', after: 'not-missed' },
  { of: 'el-monte-1992.json', change: 'the place was looked at, and no date set', to: field('attempts', [attempt('1992-09')]), looked: 'criterion lead/verified', before: 'fails', after: 'holds' },
  { of: 'el-monte-1992.json', change: 'a date was set, and nobody looked', to: inside('lead', { reviewBy: '1996' }), looked: 'criterion lead/review-date', before: 'unknown', after: 'holds' },
  { of: 'florida-south-carolina-1997.yaml', change: 'nobody was detained', to: factAnswers('detained-first', 'yes'), looked: 'criterion status', before: 'fails', after: 'holds' },
  { of: 'florida-south-carolina-1997.yaml', change: 'no offence was charged that strikes at servitude', to: field('offences', []), looked: 'B4', before: 'not-found', after: 'found' },
  { of: 'svay-pak-2003.yaml', change: 'no television crew came along', to: factAnswers('television', 'yes'), looked: 'phase aftermath', before: 'fails', after: 'partly' },
  { of: 'svay-pak-2003.yaml', change: 'the seller was seen by a doctor', to: factAnswers('known-to-be-ill', 'yes'), looked: 'criterion suspects', before: 'fails', after: 'holds' },
  { of: 'chiang-mai-2003.yaml', change: 'the women kept their money', to: factAnswers('money-lost', 'yes'), looked: 'phase entry', before: 'fails', after: 'holds' },
  { of: 'chiang-mai-2003.yaml', change: 'nobody looked beforehand', to: field('attempts', []), looked: 'B1', before: 'not-found', after: 'found' },
  { of: 'chai-hour-ii-2004.yaml', change: 'nobody at all was interviewed', to: factAnswers('not-yet-heard', 'no'), looked: 'verdict', before: 'not-ready', after: 'blind' },
  { of: 'chai-hour-ii-2004.yaml', change: 'no prosecutor took part', to: factAnswers('prosecutor', 'no'), looked: 'phase entry', before: 'holds', after: 'fails' },
  { of: 'chai-hour-ii-2004.yaml', change: 'somebody who escaped told of it', to: field('reports', [anotherReport]), looked: 'B2', before: 'unknown', after: 'not-found' },
  { of: 'pentameter-2-2007.yaml', change: 'nobody found could be deported', to: factAnswers('deportation', 'yes'), looked: 'phase aftermath', before: 'fails', after: 'holds' },
  { of: 'pentameter-2-2007.yaml', change: 'the goal was to clear the trade', to: inside('goal', { tasking: 'clear-trade' }), looked: 'verdict', before: 'not-ready', after: 'blind' },
  { of: 'immokalee-2007.json', change: 'it is told how the coalition corroborated, and that it was there', to: field('attempts', [attempt('2007-11-22')]), looked: 'B1', before: 'unknown', after: 'not-found' },
  { of: 'immokalee-2007.json', change: 'victims got no support', to: factAnswers('coalition-supports', 'no'), looked: 'phase aftermath', before: 'holds', after: 'fails' },
  { of: 'postville-2008.yaml', change: 'the goal was to free victims', to: inside('goal', { declared: 'free-victims', tasking: 'free-victims' }), looked: 'B3', before: 'found', after: 'not-found' },
  { of: 'postville-2008.yaml', change: 'workers were screened', to: factAnswers('not-screened', 'yes'), looked: 'B5', before: 'found', after: 'not-found' },
  { of: 'postville-2008.yaml', change: 'the state inquiry was waited for', to: factAnswers('asked-to-wait', 'yes'), looked: 'phase intelligence', before: 'fails', after: 'holds' },
  { of: 'netwing-2011.yaml', change: 'there was no covert work', to: field('attempts', []), looked: 'verdict', before: 'not-ready', after: 'blind' },
  { of: 'netwing-2011.yaml', change: 'nobody was free to leave', to: factAnswers('nine-left', 'no'), looked: 'phase aftermath', before: 'holds', after: 'fails' },
  { of: 'soho-2013.yaml', change: 'it was grounded in an offence of trafficking', to: field('offences', [{ id: 'offence', offence: 'palermo-3' }]), looked: 'verdict', before: 'blind', after: 'not-ready' },
  { of: 'soho-2013.yaml', change: 'nobody was harmed', to: factAnswers('conduct', 'yes'), looked: 'phase entry', before: 'fails', after: 'holds' },
  { of: 'phuket-rawai-2016.yaml', change: 'somebody looked at the camps beforehand', to: field('attempts', [attempt('2016-06-28')]), looked: 'B1', before: 'found', after: 'not-found' },
  { of: 'phuket-rawai-2016.yaml', change: 'nothing is told of attempts', to: field('attempts', 'unknown'), looked: 'B1', before: 'found', after: 'unknown' },
  { of: 'phuket-rawai-2016.yaml', change: 'it rested on a detailed tip', to: (told) => ({ ...told, reports: (told['reports'] as readonly object[]).map((report) => ({ ...report, kind: 'tip-detailed' })) }), looked: 'B2', before: 'found', after: 'not-found' },
  { of: 'orchids-of-asia-2019.yaml', change: 'the goal was to stop traffickers', to: inside('goal', { declared: 'stop-traffickers' }), looked: 'B3', before: 'found', after: 'not-found' },
  { of: 'orchids-of-asia-2019.yaml', change: 'the women were not charged', to: factAnswers('women-charged', 'yes'), looked: 'phase aftermath', before: 'fails', after: 'holds' },
  { of: 'bamban-2024.json', change: 'nobody was prepared for deportation', to: factAnswers('deportation', 'yes'), looked: 'phase aftermath', before: 'fails', after: 'holds' },
  { of: 'bamban-2024.json', change: 'the vaults were left behind', to: factAnswers('seized', 'no'), looked: 'phase entry', before: 'holds', after: 'fails' },
]
