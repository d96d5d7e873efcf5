import type { PlanPart } from '../../../../core/planning/plan-facts.ts'
import { LADDER } from '../../../../core/planning/ladder.ts'
import { GOALS } from '../../../../core/planning/operation.ts'
import { CONTINGENCIES, EXPECTATIONS, ORGANISATIONS, THOSE_AT_RISK } from '../../../../core/planning/plan.ts'

/** How one field is filled in. The words of a choice are `<words>.<choice>`. */
export type FieldForm =
  | { readonly is: 'line' | 'long' | 'instant' | 'language' }
  /** Some of the documents that the plan names, by their ids. */
  | { readonly is: 'papers' }
  | { readonly is: 'count'; readonly from: number }
  | { readonly is: 'amount' }
  | { readonly is: 'choice' | 'several'; readonly of: readonly string[]; readonly words: string }

/** One field of an entry, or of a part itself. Its label is `field.<label>`, or `field.<name>` where none is given. */
export interface DeclaredField {
  readonly name: string
  readonly form: FieldForm
  readonly label?: string
  /** The value that stands for "nobody has said", where the format has one; anything else must be filled in. */
  readonly unsaid?: 'unknown' | 'empty'
}

/** Each of these is owed an entry; those without one are offered by name. */
interface OneForEach {
  readonly field: string
  readonly of: readonly string[]
  readonly words: string
  /** Entries of another list of the same part that answer for one as well. */
  readonly or?: string
}

/** One list of a part: entries with an id each, or bare words such as languages. Its title is `list.<part>.<list>`. */
export interface DeclaredList {
  readonly list: string
  readonly fields: readonly DeclaredField[]
  readonly each?: OneForEach
  readonly rows?: 'entries' | 'words'
}

/** What a part holds. `bare` parts are one list and nothing around it. */
export interface DeclaredPart {
  readonly fields: readonly DeclaredField[]
  readonly lists: readonly DeclaredList[]
  readonly bare?: 'list'
}

const line = (name: string, label?: string): DeclaredField => ({ name, form: { is: 'line' }, ...(label && { label }) })
const long = (name: string): DeclaredField => ({ name, form: { is: 'long' } })
const when = (name: string): DeclaredField => ({ name, form: { is: 'instant' } })
const count = (name: string, from = 1): DeclaredField => ({ name, form: { is: 'count', from } })
const choice = (name: string, of: readonly string[], words: string, label?: string): DeclaredField => ({ name, form: { is: 'choice', of, words }, ...(label && { label }) })
const list = (name: string, ...fields: readonly DeclaredField[]): DeclaredList => ({ list: name, fields })
const posts = (...names: readonly string[]): readonly DeclaredList[] => names.map((name) => list(name, line('name')))
const section = (...lists: readonly DeclaredList[]): DeclaredPart => ({ fields: [], lists })

const LEVELS = ['1', '2', '3', '4', '5']
const level = (name: string, words: string): DeclaredField => choice(name, LEVELS, words)
const undertaking = (name: string): DeclaredList => list(name, line('givenBy'), when('on'))
const harm = (name: string): DeclaredList => list(name, line('who', 'for-whom'), long('harm'), choice('likelihood', ['remote', 'unlikely', 'even', 'likely', 'almost-certain', 'unknown'], 'harm-likelihood'))

/** The kinds of place in which somebody may be heard; the last two detain, and are there to be seen for what they are. */
const INTERVIEW_PLACES = ['shelter', 'clinic', 'family-justice-centre', 'reception-centre', 'hotel', 'police-station', 'cell', 'detention-centre']

/** Every part of a plan that is lists and fields alone. The offences have an editor of their own. */
export const DECLARED = {
  hour: { fields: [{ ...when('at'), label: 'hour' }], lists: [] },
  goal: {
    fields: [
      choice('declared', ['unknown', ...GOALS], 'goal'), choice('tasking', ['unknown', ...GOALS], 'goal'),
      { ...line('powerOfEntry'), unsaid: 'unknown' }, { ...long('says'), label: 'goal-says', unsaid: 'unknown' }, { name: 'sources', form: { is: 'papers' }, label: 'papers', unsaid: 'empty' },
    ],
    lists: [],
  },
  sources: {
    fields: [], bare: 'list',
    lists: [list('sources', line('title'), line('publisher'), line('date', 'source-date'), choice('reading', ['primary', 'secondary', 'memory'], 'reading', 'source-reading'))],
  },
  rung: { fields: [choice('rung', LADDER, 'rung')], lists: [] },
  expected: { fields: [], bare: 'list', lists: [list('expected', choice('sex', ['female', 'male', 'any'], 'sex'), choice('age', ['adult', 'child'], 'age-group'), count('low', 0), count('high', 0))] },
  harm: {
    fields: [{ name: 'benefit', form: { is: 'amount' }, unsaid: 'unknown' }, { name: 'cost', form: { is: 'amount' }, unsaid: 'unknown' }, { ...line('acceptedBy'), unsaid: 'unknown' }],
    lists: [harm('ofActing'), harm('ofNotActing')],
  },
  alternatives: section({ ...list('rejected', choice('rung', LADDER, 'rung'), long('because')), each: { field: 'rung', of: LADDER, words: 'rung' } }),
  safety: section(
    { ...list('risks', choice('who', THOSE_AT_RISK, 'who'), long('harm'), level('severity', 'severity'), level('likelihood', 'likelihood-level'), long('response'), line('owner')), each: { field: 'who', of: THOSE_AT_RISK, words: 'who', or: 'notPresent' } },
    list('notPresent', choice('who', THOSE_AT_RISK.filter((who) => who !== 'victims'), 'who'), long('because')),
  ),
  segregation: section(
    list('zones', line('name', 'zone'), choice('for', ['victims', 'suspects', 'others'], 'kept-for')),
    list('vehicles', line('name', 'vehicle'), choice('for', ['victims', 'suspects'], 'kept-for'), count('seats')),
    list('separators', line('name')),
    list('hiddenControllers', long('sign'), line('watchedBy')),
  ),
  suspects: section(...posts('rights'), list('custodyPlaces', line('name', 'place')), ...posts('medical')),
  evidence: section(...posts('recorders', 'exhibitsOfficers'), list('custody', long('name')), ...posts('prosecutors')),
  identification: section(list('screening', line('tool'), line('by')), ...posts('deciders'), list('standards', line('standard'), line('source', 'standard-source'))),
  interviews: section(
    { list: 'languages', rows: 'words', fields: [{ name: 'word', label: 'language', form: { is: 'language' } }] },
    list('interviewers', line('name'), choice('interviews', ['adults', 'children'], 'whom'), choice('onEntryTeam', ['no', 'yes'], 'met')),
    list('places', line('name', 'place'), choice('kind', INTERVIEW_PLACES, 'interview-place', 'place-kind')),
    list('interpreters', line('name'), { name: 'language', form: { is: 'language' } }, when('vettedOn'), line('vettedBy')),
  ),
  crossReferencing: section(...posts('contactLog', 'comparers')),
  care: section(
    list('places', line('name', 'place'), choice('sex', ['female', 'male', 'any'], 'sex'), choice('age', ['adult', 'child', 'any'], 'age-group'), count('capacity'), when('confirmedAt'), line('confirmedBy')),
    list('transport', line('name', 'vehicle'), count('seats')),
    ...posts('medical', 'advocates', 'guardians', 'shelterSecurity'),
  ),
  transition: section(list('handovers', when('at'), line('from'), line('to'), line('receivedBy'))),
  status: section(list('nonPunishment', line('by'), long('rule')), list('immigrationFirewall', line('with'), long('terms')), list('statusLock', line('by'), long('rule'))),
  media: section(undertaking('noneEmbedded'), ...posts('releaseOfficers')),
  authority: section(
    list('team', line('name'), choice('organisation', ORGANISATIONS, 'organisation'), choice('task', ['leads', 'executes', 'supports'], 'team-task', 'team-task'), choice('woman', ['unknown', 'yes', 'no'], 'met')),
    undertaking('noQuota'),
    undertaking('noPrivateCustody'),
  ),
  deconfliction: section(list('checks', line('with'), when('at'), choice('result', ['no-conflict', 'conflict', 'conflict-resolved'], 'deconfliction-result', 'deconfliction-result'))),
  secrecy: section(list('told', line('name'), long('knows')), list('complicity', line('by'), long('rule'))),
  expectations: section(list('briefings', line('by'), when('at'), { name: 'prepares', form: { is: 'several', of: EXPECTATIONS, words: 'expectation' } })),
  contingency: section({ ...list('responses', choice('event', CONTINGENCIES, 'event'), long('response'), line('owner')), each: { field: 'event', of: CONTINGENCIES, words: 'event' } }),
} as const satisfies Record<Exclude<PlanPart, 'offences'>, DeclaredPart>

export type DeclaredPartId = keyof typeof DECLARED

export const declared = (part: DeclaredPartId): DeclaredPart => DECLARED[part]
