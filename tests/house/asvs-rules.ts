import type { TreeFile } from './tree.ts'

/** One requirement of OWASP ASVS 5.0, of level 1 or 2, and how we stand to it. Its words are the standard's and not repeated here. */
export interface Requirement {
  readonly id: string
  readonly level: 1 | 2
  readonly status: 'met' | 'not-applicable' | 'open'
  /** A file, or a file and a test in it: `path › name of the test as it is written`. */
  readonly by: readonly string[]
  readonly says: string
}

/** A requirement as the standard has it. */
export interface Asked {
  readonly req_id: string
  readonly L: string
}

const BETWEEN = ' › '

/** What is claimed and cannot be found: a file that is not there, a test of another name, a claim without anything behind it. */
export function unfounded(requirements: readonly Requirement[], textOf: (path: string) => string | null): readonly string[] {
  return requirements.flatMap(({ id, status, by, says }) => [
    ...(says.trim() === '' ? [`${id} says nothing`] : []),
    ...(status === 'met' && by.length === 0 ? [`${id} is met by nothing`] : []),
    ...by.filter((each) => !isThere(each, textOf)).map((each) => `${id} names ${each}`),
  ])
}

function isThere(named: string, textOf: (path: string) => string | null): boolean {
  const [path = '', test] = named.split(BETWEEN)
  const text = textOf(path)
  if (text === null || test === undefined) return text !== null
  return /\.test\.tsx?$/.test(path) && namesIn(text).includes(test)
}

/** The names of tests and of groups of them, as they are written. */
const namesIn = (text: string): readonly string[] => [...text.matchAll(/\(\s*(?:'((?:[^'\\\n]|\\.)*)'|`([^`]*)`)\s*,/g)].map((match) => match[1] ?? match[2] ?? '')

/** Requirements that the standard has and we do not, that we have and it does not, and those of another level. */
export function astray(requirements: readonly Requirement[], standard: readonly Asked[]): readonly string[] {
  const asked = new Map(standard.filter(({ L }) => L === '1' || L === '2').map(({ req_id, L }) => [req_id, Number(L)]))
  const answered = requirements.map(({ id }) => id)
  return [
    ...[...asked.keys()].filter((id) => !answered.includes(id)).map((id) => `${id} is missing`),
    ...requirements.filter(({ id, level }) => asked.get(id) !== level).map(({ id, level }) => `${id} is not of level ${level} there`),
    ...answered.filter((id, index) => answered.indexOf(id) !== index).map((id) => `${id} stands twice`),
  ]
}

export const countsOf = (requirements: readonly Requirement[]): string =>
  (['met', 'not-applicable', 'open'] as const).map((status) => `${requirements.filter((each) => each.status === status).length} ${STATUS[status]}`).join(', ')

const STATUS = { met: 'met', 'not-applicable': 'not applicable', open: 'open' } as const

const HEAD = `# OWASP ASVS 5.0, levels 1 and 2

How Daylight stands to each requirement of the Application Security Verification Standard 5.0 of OWASP. Its words are not repeated here; the numbers are its own. *Met* names the
file or the test that shows it, and \`tests/asvs.test.ts\` looks whether both are there. *Open* says what is missing. Nobody outside has verified any of it.

This page is made from \`docs/asvs.json\`: change that, and run \`npx vitest run tests/asvs.test.ts -u\`.
`

/** The whole as a page. */
export function pageOf(requirements: readonly Requirement[]): string {
  const chapters = [...new Set(requirements.map(({ id }) => chapterOf(id)))]
  const open = requirements.filter(({ status }) => status === 'open')
  return [HEAD, `**${requirements.length} requirements: ${countsOf(requirements)}.**\n`, '## What is open\n', tableOf(open), ...chapters.flatMap((chapter) => [`## ${chapter}\n`, tableOf(requirements.filter(({ id }) => chapterOf(id) === chapter))])].join('\n')
}

const chapterOf = (id: string): string => id.split('.')[0] ?? id

const tableOf = (requirements: readonly Requirement[]): string =>
  ['| requirement | level | | how | shown by |', '|---|---|---|---|---|', ...requirements.map(({ id, level, status, says, by }) => `| ${id} | ${level} | ${STATUS[status]} | ${says} | ${by.map(named).join('; ')} |`), ''].join('\n')

const named = (each: string): string => {
  const [path = '', test] = each.split(BETWEEN)
  return test === undefined ? `\`${path}\`` : `\`${path}\`: “${test}”`
}

/** Reads files once. */
export function textsOf(files: readonly TreeFile[]): (path: string) => string | null {
  const texts = new Map(files.map(({ path, text }) => [path, text]))
  return (path) => texts.get(path) ?? null
}
