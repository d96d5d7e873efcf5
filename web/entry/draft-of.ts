import { BLANK_DRAFT } from './blank-draft.ts'
import type { AttemptDraft, Draft, GoalDraft, LeadDraft, OffenceDraft, ReportDraft, ShockDraft, Told } from './draft.ts'
import type { OperationFile } from './file-of.ts'

type Row = Readonly<Record<string, unknown>>

/**
 * An operation file that has been read and found sound, as something to fill in further.
 *
 * What this page has no field for is kept as it is and goes out again with the file.
 */
export function draftOf(file: OperationFile): Draft {
  const { $schema: _schema, format: _format, operation, name, jurisdiction, site, at, knownAt, sources, reports, attempts, shocks, alternative, goal, offences, rung, facts, lead, ...kept } = file
  const { name: siteName, venue, halfLifeDays } = site as Row
  return {
    ...BLANK_DRAFT,
    operation: operation as Draft['operation'],
    name: name as string,
    jurisdiction: jurisdiction as string,
    siteName: siteName as string,
    venue: venue as Draft['venue'],
    halfLifeDays: typed(halfLifeDays),
    at: at as string,
    knownAt: text(knownAt),
    sources: (sources ?? []) as Draft['sources'],
    reports: toldOf(reports, reportDraft),
    attempts: toldOf(attempts, attemptDraft),
    shocks: ((shocks ?? []) as readonly unknown[]).map(shockDraft),
    alternative: alternative === undefined ? BLANK_DRAFT.alternative : { told: text(alternative).trim() === '' ? 'none' : 'some', text: text(alternative) },
    goal: typeof goal === 'object' ? { ...BLANK_DRAFT.goal, ...(goal as Partial<GoalDraft>) } : BLANK_DRAFT.goal,
    offences: toldOf(offences, offenceDraft),
    rung: (rung ?? 'unknown') as Draft['rung'],
    facts: ((facts ?? []) as Draft['facts']),
    lead: lead ? leadDraft(lead as Row) : BLANK_DRAFT.lead,
    kept,
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const known = (value: unknown): string => (value === 'unknown' ? '' : text(value))
const typed = (value: unknown): string => (typeof value === 'number' ? String(value) : '')
const ids = (value: unknown): readonly string[] => (value ?? []) as readonly string[]

function toldOf<Of>(list: unknown, read: (row: Row) => Of): Told<Of> {
  if (!Array.isArray(list)) return { told: 'unknown', rows: [] }
  return { told: list.length > 0 ? 'some' : 'none', rows: list.map(read) }
}

function reportDraft({ id, kind, finding, observedAt, receivedAt, access, says, derivedFrom, origin, sensitivity, specificity, sources, ...kept }: Row): ReportDraft {
  return {
    id: id as string,
    kind: kind as ReportDraft['kind'],
    finding: finding as ReportDraft['finding'],
    observedAt: observedAt as string,
    receivedAt: text(receivedAt),
    access: text(access) as ReportDraft['access'],
    says: text(says),
    derivedFrom: ids(derivedFrom),
    ...(origin !== undefined && { origin: origin as NonNullable<ReportDraft['origin']> }),
    sensitivity: typed(sensitivity),
    specificity: typed(specificity),
    sources: ids(sources),
    kept,
  }
}

const attemptDraft = ({ id, method, by, at, thisSite, ifNobodyThere, result, sensitivity, sources }: Row): AttemptDraft => ({
  id: id as string,
  method: method as AttemptDraft['method'],
  by: known(by),
  at: known(at),
  thisSite: (thisSite ?? 'unknown') as AttemptDraft['thisSite'],
  ifNobodyThere: known(ifNobodyThere),
  result: known(result),
  sensitivity: typed(sensitivity),
  sources: ids(sources),
})

const shockDraft = (shock: unknown): ShockDraft =>
  typeof shock === 'string' ? { at: shock, kind: 'unstated' } : { at: text((shock as Row)['at']), kind: ((shock as Row)['kind'] ?? 'unstated') as ShockDraft['kind'] }

const offenceDraft = ({ id, offence, presumedChild, support }: Row): OffenceDraft => ({
  id: id as string,
  offence: offence as OffenceDraft['offence'],
  presumedChild: (presumedChild ?? 'no') as OffenceDraft['presumedChild'],
  support: ((support ?? []) as OffenceDraft['support']).map((one) => ({ ...one, restsOn: ids(one.restsOn) })),
})

const leadDraft = ({ standing, reviewBy, owner, says, sources }: Row): LeadDraft => ({
  standing: standing as LeadDraft['standing'],
  reviewed: reviewBy === 'unknown' || reviewBy === 'none' ? reviewBy : 'dated',
  reviewBy: reviewBy === 'unknown' || reviewBy === 'none' ? '' : text(reviewBy),
  owner: known(owner),
  says: text(says),
  sources: ids(sources),
})
