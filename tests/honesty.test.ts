import { describe, expect, test } from 'vitest'
import * as rules from './house/honesty-rules.ts'
import type { Rule } from './house/layer-rules.ts'
import { isTest, readTree } from './house/tree.ts'

/**
 * What would make a green run say more than it knows.
 *
 * The examples are put together from parts, so that this file itself holds to the rules it shows being broken.
 */

const tree = readTree((path) => path !== 'package-lock.json')
const dotted = (...parts: readonly string[]): string => parts.join('.')
const glued = (...parts: readonly string[]): string => parts.join('')

function holds(name: string, rule: Rule, path: string, example: { breaches: readonly string[]; allowed: readonly string[] }): void {
  describe(name, () => {
    test.each(example.breaches)('a breach is seen: %s', (text) => expect(rule([{ path, text }])).toHaveLength(1))
    test.each(example.allowed)('this is none: %s', (text) => expect(rule([{ path, text }])).toEqual([]))
    test('the tree holds to it', () => expect(rule(tree)).toEqual([]))
  })
}

test('the tree is really read, tests included', () => {
  expect(tree.length).toBeGreaterThan(50)
  expect(tree.filter(({ path }) => isTest(path)).length).toBeGreaterThan(5)
})

holds('no test runs alone, and none is left out', rules.leftOut, 'core/law/offence.test.ts', {
  breaches: [
    `${dotted('test', 'only')}('x', () => {})`,
    `  ${dotted('it', 'skip')}('x')`,
    `${dotted('describe', 'todo')}('x')`,
    `${dotted('test', 'concurrent', 'skip')}('x')`,
    `${glued('x', 'it')}('x')`,
  ],
  allowed: ["test.skipIf(missing)('x', () => {})", 'const order = todo.only(3)', 'exit()'],
})

holds('what is skipped is skipped aloud', rules.silentlySkipped, 'wire/law.test.ts', {
  breaches: ["test.skipIf(missing)('x', () => {})", "describe.runIf(there)('x', () => {})"],
  allowed: ["if (missing) console.warn('the cases are missing')\ntest.skipIf(missing)('x', () => {})"],
})

holds('no expectation is of a literal', rules.emptyExpectations, 'core/law/offence.test.ts', {
  breaches: ['true', 'false', '1', "'x'", '', '[]'].map((literal) => `${glued('ex', 'pect')}(${literal}).toBe(${literal})`),
  allowed: ['expect(trueNames).toEqual([])', 'expect(x[1]).toBe(1)', "expect(f('x')).toBe(true)"],
})

holds('every file of tests expects something', rules.withoutAssertion, 'core/law/offence.test.ts', {
  breaches: ["test('x', () => { f() })"],
  allowed: ['expect(f()).toBe(1)', 'fc.assert(fc.property(x, y))', 'given(plan).when(authorise).refused({ code })'],
})

holds('nothing is put off, and the compiler is told to overlook nothing', rules.putOff, 'core/law/offence.ts', {
  breaches: [`// ${glued('TO', 'DO')}: later`, `/* ${glued('FIX', 'ME')} */`, `// @${glued('ts', '-ignore')}`, `// @${glued('ts', '-nocheck')}`],
  allowed: ['const TODOS = 1', 'const hack = 1'],
})

holds('the linter is hushed only with a reason', rules.hushed, 'core/law/offence.ts', {
  breaches: [`// ${glued('oxlint', '-disable')}-next-line no-console`, `/* ${glued('eslint', '-disable')} */`],
  allowed: [`// ${glued('oxlint', '-disable')}-next-line no-console -- the terminal is where this speaks`],
})

holds('no path of one machine is written down', rules.pathsOfOneMachine, 'docs/guide.md', {
  breaches: ['work', 'root', 'home', 'Users'].map((folder) => `see /${folder}/someone/x.ts`),
  allowed: ['https://example.org/work/x', 'core/work/x.ts', 'GET /workers/1', '~/work/x'],
})
