import type { Rule } from './layer-rules.ts'
import { isTest } from './tree.ts'

/** The lines of files that a pattern is found on, as places a reader can go to. */
const linesWith = (pattern: RegExp, keep: (path: string) => boolean = () => true): Rule => (files) =>
  files.filter(({ path }) => keep(path)).flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1} ${line.trim().slice(0, 80)}`] : [])),
  )

/** A test that runs alone hides the others; one that is left out hides itself. */
export const leftOut: Rule = linesWith(/\b(?:test|it|describe|suite)(?:\.\w+)*\.(?:only|skip|todo|fails)\b|(?<![\w.])(?:xit|xtest|xdescribe|fit|fdescribe)\(/, isTest)

/** A test may be skipped where what it reads is missing, if the run says so aloud. */
export const silentlySkipped: Rule = (files) =>
  files.filter(({ path, text }) => isTest(path) && /\.(?:skipIf|runIf)\(/.test(text) && !/\bconsole\.warn\(|\bbeforeAll\(sayWhatIsSkipped\)/.test(text)).map(({ path }) => path)

/** An expectation of a literal holds whatever the code does. */
export const emptyExpectations: Rule = linesWith(/\bexpect\(\s*(?:true|false|null|undefined|-?\d+(?:\.\d+)?|'[^']*'|"[^"]*"|\[\s*\]|\{\s*\})?\s*\)/, isTest)

export const withoutAssertion: Rule = (files) =>
  files.filter(({ path, text }) => isTest(path) && !/\bexpect\(|\bexpectTypeOf\(|\bfc\.assert\(|\)\.(?:then|refused)\(/.test(text)).map(({ path }) => path)

/** What was put off, and what the compiler was told to overlook. */
export const putOff: Rule = linesWith(/\b(?:[T]ODO|[F]IXME|[X]XX|[H]ACK)\b|@ts-(?:ignore|nocheck|expect-error)\b/)

/** A way of hiding a complaint of the linter needs its reason, after two hyphens. */
export const hushed: Rule = linesWith(/\b(?:oxlint|eslint)-disable\b(?!.*\s--\s+\S)/)

/** A path of one machine works on no other, and tells where something was written. */
export const pathsOfOneMachine: Rule = linesWith(/(?<![\w.:/~-])\/(?:work|root|home|Users)\/[\w.]/)
