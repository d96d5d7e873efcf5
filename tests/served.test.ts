import { describe, expect, test } from 'vitest'
import { breachesOf, NEVER } from './house/served-rules.ts'
import { exists, isTest, readTree } from './house/tree.ts'

/** What would give somebody who sends us text more than an answer to it. */

const files = readTree((path) => /\.tsx?$/.test(path) && !isTest(path))

test('the sources are really read', () => expect(files.length).toBeGreaterThan(300))

describe.each(NEVER)('what we serve with never $does', (never) => {
  test('and the tree holds to it', () => expect(breachesOf(never, files)).toEqual([]))
  test('and no exception outlives its file', () => expect(Object.keys(never.but ?? {}).filter((path) => !exists(path))).toEqual([]))
})

const glued = (...parts: readonly string[]): string => parts.join('')

test.each([
  ['server/x.ts', glued("import { exec } from 'node:child", "_process'")],
  ['core/x.ts', glued('ev', 'al(text)')],
  ['web/x.tsx', glued('<p dangerouslySet', 'InnerHTML={x} />')],
  ['wire/x.ts', glued('new Reg', 'Exp(text)')],
  ['server/x.ts', glued('await fet', 'ch(address)')],
  ['web/x.ts', glued("window.addEventListener('mes", "sage', x)")],
  ['web/x.ts', glued('local', 'Storage.setItem(x)')],
])('a breach in %s is seen', (path, text) => expect(NEVER.flatMap((never) => breachesOf(never, [{ path, text }]))).toEqual([path]))

test('what stands elsewhere is none', () => {
  expect(NEVER.flatMap((never) => breachesOf(never, [{ path: 'scripts/x.mjs', text: 'fetch(x)' }, { path: 'server/x.ts', text: 'app.fetch(request)' }]))).toEqual([])
})
