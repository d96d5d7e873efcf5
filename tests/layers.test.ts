import { describe, expect, test } from 'vitest'
import { FLOW } from '../core/flow.ts'
import * as rules from './house/layer-rules.ts'
import { isFolder, isTest, pathsOfTree, readTree, type TreeFile } from './house/tree.ts'

/**
 * What the compiler cannot refuse by itself. Folder-to-folder imports are already refused by the `references` in each
 * tsconfig. Every rule is first shown a breach, so that a rule that sees nothing is not taken for a tree without fault.
 */

const isCode = (path: string): boolean => /\.(tsx?|mjs)$/.test(path)
const code = readTree(isCode)
const house = code.filter(({ path }) => Object.keys(rules.PACKAGES).some((folder) => path.startsWith(`${folder}/`)) && !isTest(path))
const inFolder = (folder: string): readonly TreeFile[] => house.filter(({ path }) => path.startsWith(`${folder}/`))

/** A rule sees each of these breaches, nothing in what is allowed beside them, and nothing in the tree. */
function holds(name: string, rule: rules.Rule, tree: readonly TreeFile[], example: { breaches: readonly TreeFile[]; allowed: readonly TreeFile[] }): void {
  describe(name, () => {
    const shown = example.breaches.map((breach) => [breach.path, breach.text.replace(/\s+/g, ' ').slice(0, 60), breach] as const)
    test.each(shown)('a breach is seen: %s, %s', (_path, _text, breach) => expect(rule([breach])).toHaveLength(1))
    test('what is allowed is not taken for a breach', () => expect(rule(example.allowed)).toEqual([]))
    test('the tree holds to it', () => expect(rule(tree)).toEqual([]))
  })
}

const file = (path: string, text: string): TreeFile => ({ path, text })

test('the tree is really read, with its screens', () => {
  expect(house.length).toBeGreaterThan(10)
  expect(pathsOfTree()).toContain('core/flow.ts')
  expect(['screen.ts', 'screen.tsx', 'screen.mjs', 'screen.md'].filter(isCode)).toEqual(['screen.ts', 'screen.tsx', 'screen.mjs'])
})

test('every slice of the flow has its folder', () => {
  expect(FLOW.filter((slice) => !isFolder(`core/${slice}`))).toEqual([])
})

holds('a folder uses only the packages it was given', rules.strayPackages, house, {
  breaches: [
    file('core/law/offence.ts', "import { z } from 'zod'"),
    file('core/law/offence.ts', "import type { Stats } from 'node:fs'"),
    file('core/law/offence.ts', "const later = await import('hono')"),
    file('wire/law.ts', "import 'reactor'"),
    file('web/page.tsx', "import {\n  Command,\n} from 'commander'"),
    file('ui/mark.tsx', "import { createRoot } from 'react-dom/client'"),
    file('web/page.tsx', "import { readFile } from 'node:fs/promises'"),
  ],
  allowed: [
    file('web/vite.config.ts', "import { fileURLToPath } from 'node:url'\nimport { defineConfig } from 'vite'"),
    file('core/law/offence.ts', "import { never } from '../kernel/defect.ts'"),
    file('web/page.tsx', "import { createRoot } from 'react-dom/client'"),
    file('server/main.ts', "import { Hono } from 'hono'\nimport { serve } from '@hono/node-server'\nimport { join } from 'node:path'"),
  ],
})

holds('the core never asks what time it is, nor where it runs, nor for a random number', rules.impureCore, house, {
  breaches: ['Date.now()', 'new Date()', 'new Date( )', 'Date()', 'Math.random()', 'performance.now()', 'process.env', 'globalThis', 'n.toLocaleString()'].map(
    (text) => file('core/kernel/instant.ts', `const x = ${text}`),
  ),
  allowed: [
    file('core/kernel/instant.ts', '/** Never Date.now() */\nconst x = new Date(moment) // not new Date()'),
    file('server/main.ts', 'const x = Date.now()'),
    file('core/law/offence.ts', 'const enteredDate = isDate(x)'),
  ],
})

holds('a slice leans only on slices before it in the flow', rules.forwardLeaning, house, {
  breaches: [
    file('core/law/offence.ts', "import type { Plan } from '../planning/plan.ts'"),
    file('core/kernel/instant.ts', "import { f } from '../law/offence.ts'"),
    file('core/law/deeper/offence.ts', "import { f } from '../../certainty/estimate.ts'"),
    file('core/law/offence.ts', "import { everything } from '../refusals.ts'"),
    file('core/drawer/thing.ts', 'export const x = 1'),
  ],
  allowed: [
    file('core/planning/plan.ts', "import { f } from '../law/offence.ts'\nimport { g } from './readiness.ts'"),
    file('core/refusals.ts', "import type { R } from './planning/plan.ts'"),
  ],
})

holds('no file outgrows a screenful of screens', rules.tooLong, code, {
  breaches: [file('ui/long.tsx', 'x\n'.repeat(rules.MOST_LINES + 1))],
  allowed: [file('ui/long.tsx', 'x\n'.repeat(rules.MOST_LINES))],
})

holds('a thing is imported from the file that owns it', rules.barrels, code, {
  breaches: [
    file('core/law/index.ts', 'export const x = 1'),
    file('core/law/all.ts', "export * from './offence.ts'"),
    file('core/law/all.ts', "export {\n  a,\n  type B,\n} from './offence.ts'"),
    file('core/law/all.ts', "export type { Offence } from './offence.ts'"),
  ],
  allowed: [file('core/law/offence.ts', "import { a } from './a.ts'\nexport const b = a\nexport function from(x: string) { return 'x' }")],
})

holds('exports have names', rules.defaultExports, code, {
  breaches: [file('ui/mark.tsx', 'export default function Mark() {}'), file('ui/mark.tsx', 'export { Mark as default }')],
  allowed: [file('vitest.config.ts', 'export default {}'), file('ui/mark.tsx', "const { default: x } = await import('x')")],
})

holds('there are no drawers', rules.drawers, code, {
  breaches: ['core/utils/x.ts', 'core/law/types.ts', 'web/helpers.test.tsx', 'wire/common.d.ts', 'ui/shared/mark.tsx', 'cli/misc.ts'].map((path) => file(path, '')),
  allowed: [file('core/law/types-of-instrument.ts', ''), file('core/law/commonness.ts', '')],
})

holds('cryptography is called in one folder only', rules.strayCryptography, house, {
  breaches: [
    file('server/session.ts', "import { createHash } from 'node:crypto'"),
    file('ledger/chain.ts', "import { sha256 } from '@noble/hashes/sha2'"),
    file('web/page.tsx', 'const key = crypto.subtle'),
  ],
  allowed: [file('crypto/seals.ts', "import { createHash } from 'node:crypto'"), file('server/session.ts', "import { seal } from '../crypto/seals.ts'")],
})

holds('only the gate gives leave to look', rules.forgedAccess, code, {
  breaches: [
    'const leave = { stream } as Access', 'const leave = { stream } as unknown as Access', 'const leave = <Access>{ stream }', 'read({ stream } as\n  unknown as Access)',
    'const isAccess = (x: unknown): x is Access => true', 'const leave: Access = {}',
  ].map((text) => file('server/routes/sites.ts', text)),
  allowed: [
    file('server/gate.ts', 'const leave = { stream } as unknown as Access'),
    file('server/routes/sites.ts', '/** Never as Access */\nconst read = (access: Access): void => {}\nconst admitted = x as Accessible'),
    file('server/gate.test.ts', 'const leave = {} as unknown as Access'),
    file('bench/ledger.ts', 'const leave = {} as unknown as Access'),
  ],
})

holds('nothing leans on a test', rules.testImports, house, {
  breaches: [file('core/law/offence.ts', "import { cast } from './offence.test.ts'"), file('wire/law.ts', "import { cast } from '../tests/cast.ts'")],
  allowed: [file('core/law/offence.ts', "import { a } from './a.ts'")],
})

describe('no file leads back to itself by its imports', () => {
  const circle = [
    file('core/law/a.ts', "import { b } from './b.ts'"),
    file('core/law/b.ts', "import type { C } from '../kernel/c.ts'"),
    file('core/kernel/c.ts', "import { a } from '../law/a.ts'"),
  ]
  test('a circle is seen, with the way round', () => {
    expect(rules.circles(circle)).toEqual(['core/law/a.ts → core/law/b.ts → core/kernel/c.ts → core/law/a.ts'])
  })
  test('two ways to one file are no circle', () => {
    const both = file('core/law/d.ts', "import { b } from './b.ts'\nimport { c } from '../kernel/c.ts'")
    expect(rules.circles([both, ...circle.slice(1)])).toEqual([])
  })
  test.each(['core', 'wire'])('%s has none', (folder) => expect(rules.circles(inFolder(folder))).toEqual([]))
})
