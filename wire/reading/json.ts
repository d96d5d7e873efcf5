import { notRead, TOO_DEEP, TWICE, type Finding, type Reading } from './bad-input.ts'
import { walkJson, type JsonFault } from './json-walk.ts'
import { placeOf, type Locate, type Path } from './place.ts'
import { quoted } from './printable.ts'

/**
 * Reads a JSON text strictly: RFC 8259, no field twice in one group, no deeper than 64.
 *
 * The grammar allows a name twice and leaves open which one counts; here two people could read two files
 * in one, so it is refused. A field called `__proto__` is an ordinary field, which the shape then refuses.
 */
export function readJson(file: string, text: string): Reading {
  const value = parsed(text)
  const fault = walkJson(text)
  if (fault) return notRead(file, finding(text, fault))
  if (value === undefined) return notRead(file, { code: 'reading/not-json', problem: 'the file is not JSON' })
  return { accepted: true, value, locate: locateIn(text) }
}

/** Undefined, which JSON cannot say, where the text is not JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function finding(text: string, fault: JsonFault): Finding {
  const place = placeOf(text, fault.at)
  switch (fault.fault) {
    case 'syntax':
      return { code: 'reading/not-json', place, problem: found(text, fault.at), expected: fault.expected }
    case 'too-deep':
      return { code: 'reading/too-deep', place, ...TOO_DEEP }
    case 'too-many':
      return { code: 'reading/too-large', place, problem: 'the file holds too many values', expected: 'half a million at most' }
    case 'duplicate-field':
      return { code: 'reading/duplicate-field', place, path: fault.path, ...TWICE }
  }
}

function found(text: string, at: number): string {
  if (text.trim() === '') return 'the file is empty'
  const character = text.codePointAt(at)
  return character === undefined ? 'the file ends too soon' : `${quoted(String.fromCodePoint(character))} does not belong here in JSON`
}

const locateIn =
  (text: string): Locate =>
  (path, part = 'value') => {
    const at = offsetOf(text, path, part)
    return at === null ? locateIn(text)(path.slice(0, -1)) : placeOf(text, at)
  }

/** Walks again from the start, since problems are few and most files have none. */
function offsetOf(text: string, path: Path, part: 'value' | 'name'): number | null {
  let offset: number | null = null
  walkJson(text, (here, at, way) => {
    if (here !== part || way.length !== path.length || way.some((step, i) => step !== path[i])) return 'go-on'
    offset = at
    return 'stop'
  })
  return offset
}
