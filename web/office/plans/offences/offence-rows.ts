import { ELEMENTS } from '../../../../core/law/offence.ts'
import type { Filled, Row, Wanting, Wants } from '../declared/filled.ts'
import { asText, isRecord, type Json } from '../declared/json.ts'

/** Stands in the list of offences for one that the unit enters itself. */
export const ENTERED = 'entered'

/** The fields of an offence that a unit enters; what is left out is unknown, as the format has it. */
export const ENTERED_FIELDS = ['jurisdiction', 'instrument', 'section', 'label', 'kind', 'act', 'means', 'purpose', 'meansAdult', 'meansChild', 'childAge', 'signedByName', 'signedByOffice', 'signedOn'] as const
const MUST = ['jurisdiction', 'instrument', 'section', 'label', 'act', 'childAge', 'signedByName', 'signedByOffice', 'signedOn'] as const

/** The offences of a plan as rows: each offence, and what stands behind its elements in a list of its own. */
export function filledOffences(content: unknown): Filled {
  const offences = (Array.isArray(content) ? content : []).filter(isRecord)
  return {
    fields: {},
    lists: {
      offences: offences.map(offenceRow),
      support: offences.flatMap(({ id, support }) => (Array.isArray(support) ? support.filter(isRecord) : []).map((one) => supportRow(String(id), one))),
    },
  }
}

function offenceRow({ id, offence, presumedChild }: Readonly<Record<string, unknown>>): Row {
  const row = { id: String(id), offence: typeof offence === 'string' ? offence : ENTERED, presumedChild: presumedChild === 'yes' ? 'yes' : 'no' }
  return isRecord(offence) ? { ...row, ...enteredRow(offence) } : row
}

const lines = (value: unknown): string => (Array.isArray(value) ? value.join('\n') : '')
const text = (value: unknown): string => (value === undefined || value === null ? '' : asText(value))

function enteredRow({ elements, meansRequired, signedBy, ...offence }: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const [named, required, signed] = [elements, meansRequired, signedBy].map((one) => (isRecord(one) ? one : {}))
  const { jurisdiction, instrument, section, label, kind, childAge, signedOn } = offence
  return {
    jurisdiction: text(jurisdiction), instrument: text(instrument), section: text(section), label: text(label), kind: text(kind), childAge: text(childAge), signedOn: text(signedOn),
    act: lines(named?.['act']), means: lines(named?.['means']), purpose: lines(named?.['purpose']),
    meansAdult: text(required?.['adult']), meansChild: text(required?.['child']),
    signedByName: text(signed?.['name']), signedByOffice: text(signed?.['office']),
    kept: JSON.stringify(offence),
  }
}

const supportRow = (offence: string, { id, element, standing, says, restsOn }: Readonly<Record<string, unknown>>): Row =>
  ({ id: text(id), offenceRow: offence, element: text(element), standing: text(standing), says: text(says), restsOn: Array.isArray(restsOn) ? restsOn.map(String) : [] })

/** The offences as they are sent. */
export function offencesOf({ lists }: Filled, rows: 'all' | 'complete' = 'all'): Json {
  const support = lists['support'] ?? []
  return (lists['offences'] ?? [])
    .filter((row) => rows === 'all' || wantingInOffence(row).size === 0)
    .map((row) => ({
      id: row.id,
      offence: row['offence'] === ENTERED ? enteredOf(row) : text(row['offence']),
      presumedChild: text(row['presumedChild']) || 'no',
      support: support.filter((one) => one['offenceRow'] === row.id && (rows === 'all' || isSaid(one))).map(supportOf),
    }))
}

const isSaid = ({ says }: Row): boolean => String(says ?? '').trim() !== ''

const supportOf = ({ id, element, standing, says, restsOn }: Row): Json => ({ id, element: text(element), standing: text(standing), says: text(says).trim(), restsOn: Array.isArray(restsOn) ? restsOn : [] })

const listed = (typed: unknown): readonly string[] => text(typed).split('\n').map((one) => one.trim()).filter((one) => one !== '')

function enteredOf(row: Row): Json {
  const { kept, ...field } = row
  const rest = kept ? (JSON.parse(text(kept)) as Readonly<Record<string, Json>>) : { id: `entered-${row.id}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-') }
  return {
    ...rest,
    jurisdiction: text(field['jurisdiction']).trim().toUpperCase(), instrument: text(field['instrument']).trim(), section: text(field['section']).trim(), label: text(field['label']).trim(),
    kind: text(field['kind']) || 'trafficking',
    elements: Object.fromEntries(ELEMENTS.map((element) => [element, listed(field[element])])),
    meansRequired: { adult: text(field['meansAdult']) || 'unknown', child: text(field['meansChild']) || 'unknown' },
    childAge: Number(field['childAge']),
    signedBy: { name: text(field['signedByName']).trim(), office: text(field['signedByOffice']).trim() },
    signedOn: text(field['signedOn']).trim(),
  }
}

function wantingInOffence(row: Row): ReadonlyMap<string, Wanting> {
  if (row['offence'] !== ENTERED) return new Map(text(row['offence']) === '' ? [['offence', 'wanting.blank' as const]] : [])
  const blank = MUST.filter((field) => text(row[field]).trim() === '').map((field) => [field, 'wanting.blank'] as const)
  const age = text(row['childAge']).trim()
  const notANumber = age !== '' && !/^\d+$/.test(age) ? [['childAge', 'wanting.not-a-number'] as const] : []
  const day = text(row['signedOn']).trim()
  const notADay = day !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(day) ? [['signedOn', 'wanting.not-a-day'] as const] : []
  return new Map<string, Wanting>([...blank, ...notANumber, ...notADay])
}

/** Where something is wanting among the offences, by the place in what is sent. */
export function wantsInOffences({ lists }: Filled): Wants {
  const found: [string, Wanting][] = []
  const offences = lists['offences'] ?? []
  for (const [at, row] of offences.entries()) {
    for (const [field, wanting] of wantingInOffence(row)) found.push([offencePlace(at, row, field), wanting])
    const own = (lists['support'] ?? []).filter((one) => one['offenceRow'] === row.id)
    for (const [nth, one] of own.entries()) if (!isSaid(one)) found.push([supportPlace(at, nth, 'says'), 'wanting.blank'])
  }
  return new Map(found)
}

const INNER: Readonly<Record<string, string>> = { act: 'elements.act', means: 'elements.means', purpose: 'elements.purpose', meansAdult: 'meansRequired.adult', meansChild: 'meansRequired.child', signedByName: 'signedBy.name', signedByOffice: 'signedBy.office' }

export const offencePlace = (at: number, row: Row, field: string): string =>
  row['offence'] === ENTERED && field !== 'offence' && field !== 'presumedChild' ? `content[${at}].offence.${INNER[field] ?? field}` : `content[${at}].${field}`

export const supportPlace = (at: number, nth: number, field: string): string => `content[${at}].support[${nth}].${field}`
