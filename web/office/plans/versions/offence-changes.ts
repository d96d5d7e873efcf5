import type { Say } from '../../../../ui/say.tsx'
import { IN_FORCE } from '../../../reading/in-force.ts'
import { isRecord } from '../declared/json.ts'

/** What `[river].support[beds].standing` is made of: which offence, which support of it, and which field. */
interface OfOffence {
  readonly offence: string
  readonly support: string | null
  readonly field: string
}

function readPath(path: string): OfOffence {
  const [, offence = '', rest = ''] = /^\[([^\]]*)\]\.?(.*)$/.exec(path) ?? []
  const [, support = null, field = ''] = /^support\[([^\]]*)\]\.?(.*)$/.exec(rest) ?? []
  return { offence, support, field: support === null ? rest.replace(/^offence\./, '') : field }
}

const rowIn = (rows: unknown, id: string | null): Readonly<Record<string, unknown>> => (Array.isArray(rows) ? rows.filter(isRecord).find((row) => row['id'] === id) : undefined) ?? {}

/** An offence as the law calls it, or as the unit that entered it does. */
function nameOf(offence: unknown): string | null {
  const known = typeof offence === 'string' ? IN_FORCE.law.get(offence) : isRecord(offence) ? offence : undefined
  return known && typeof known['label' as keyof typeof known] === 'string' ? String(known['label' as keyof typeof known]) : null
}

/** Fields of an offence that are called otherwise than they are kept. */
const CALLED: Readonly<Record<string, string>> = {
  offence: 'enter.offence', presumedChild: 'enter.presumed-child', standing: 'field.standing', says: 'enter.support-says', restsOn: 'enter.rests-on', element: 'plan-page.element',
  'elements.act': 'field.law-act', 'elements.means': 'field.law-means', 'elements.purpose': 'field.law-purpose', 'meansRequired.adult': 'field.law-meansAdult', 'meansRequired.child': 'field.law-meansChild',
  'signedBy.name': 'field.law-signedByName', 'signedBy.office': 'field.law-signedByOffice',
}
const ENTERED_PLAIN = new Set(['jurisdiction', 'instrument', 'section', 'label', 'kind', 'childAge', 'signedOn'])

const fieldInWords = (field: string, say: Say): string | null => (CALLED[field] ? say(CALLED[field]) : ENTERED_PLAIN.has(field) ? say(`field.law-${field}`) : null)

/** Where among the offences something differs: the offence by its name, the element that something supports, and the field. */
export function offencePlaceInWords(path: string, content: unknown, value: unknown, say: Say): string {
  const { offence, support, field } = readPath(path)
  const row = rowIn(content, offence)
  const chosen = support === null && field === '' && isRecord(value) ? value : row
  const supported = support === null ? null : field === '' && isRecord(value) ? value : rowIn(row['support'], support)
  const words = [nameOf(chosen['offence']) ?? say('part.offences'), supported && typeof supported['element'] === 'string' ? say(`element.${supported['element']}`) : null, field === '' ? null : fieldInWords(field, say)]
  return words.filter((one) => one !== null).join(': ')
}

const LISTS: Readonly<Record<string, string>> = { standing: 'support', presumedChild: 'met', kind: 'offence-kind', element: 'element', 'meansRequired.adult': 'met', 'meansRequired.child': 'met' }

/** What stands there, in words: a choice by its words, evidence by how much of it there is, and what was taken in or out whole by what it says. */
export function offenceValueInWords(path: string, value: unknown, say: Say): string {
  const { support, field } = readPath(path)
  if (field === 'offence' || (support === null && field === '' && isRecord(value))) return wholeOffence(isRecord(value) && 'offence' in value ? value : { offence: value }, say)
  if (field === 'restsOn') return say('plan-page.rests-on-count', { count: Array.isArray(value) ? value.length : 0 })
  if (support !== null && field === '' && isRecord(value)) return supportInWords(value, say)
  if (field === 'support') return Array.isArray(value) ? value.filter(isRecord).map((one) => supportInWords(one, say)).join('; ') : ''
  const list = LISTS[field]
  if (list !== undefined && typeof value === 'string') return say(`${list}.${value}`)
  return Array.isArray(value) ? value.map(String).join('; ') : String(value)
}

function wholeOffence({ offence, presumedChild, support }: Readonly<Record<string, unknown>>, say: Say): string {
  const said = Array.isArray(support) ? support.filter(isRecord).map((one) => supportInWords(one, say)) : []
  return [nameOf(offence) ?? String(offence), ...(presumedChild === 'yes' ? [say('plan-page.presumed-child')] : []), ...said].join('; ')
}

const supportInWords = ({ element, standing, says }: Readonly<Record<string, unknown>>, say: Say): string => `${say(`element.${String(element)}`)} (${say(`support.${String(standing)}`)}): ${String(says)}`
