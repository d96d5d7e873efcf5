import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { deadPaths, faultsOfDecision, gapsIn, type Tree } from './house/document-rules.ts'
import { exists, pathsOfTree, readTree } from './house/tree.ts'

/** A document that names what is not there misleads whoever trusts it; every path, link and enforcer is followed. */

const DOCUMENTS = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md', 'GLOSSARY.md', 'CHANGELOG.md']
const DECISIONS = 'docs/decisions/'

const tree: Tree = { paths: pathsOfTree(), exists }
const documents = readTree((path) => DOCUMENTS.includes(path) || (path.startsWith('docs/') && path.endsWith('.md')))
const decisions = documents.filter(({ path }) => path.startsWith(DECISIONS))

describe('the documents of the house', () => {
  test.each(DOCUMENTS)('%s exists', (path) => expect(documents.map((document) => document.path)).toContain(path))
  test('every path and link in them leads somewhere', () => {
    expect(documents.flatMap((document) => deadPaths(document, tree))).toEqual([])
  })
  test('decisions are recorded, from 0001 on without a gap', () => {
    expect(decisions.length).toBeGreaterThan(0)
    expect(gapsIn(decisions.map(({ path }) => path.slice(DECISIONS.length)))).toEqual([])
  })
  test('every decision has its parts, and says what enforces it', () => {
    expect(decisions.flatMap((decision) => faultsOfDecision(decision, tree))).toEqual([])
  })
})

test('every package stands in the table of the decision that says why it is here, and no other does', () => {
  const decision = decisions.find(({ path }) => path.includes('every-dependency-earns-its-place'))?.text ?? ''
  const rows = decision.split('\n').filter((line) => line.startsWith('| `'))
  const listed = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''))
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string>; devDependencies: Record<string, string> }
  const used = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)].filter((name) => !name.startsWith('@types/'))
  expect(listed.toSorted()).toEqual(used.toSorted())
})

const paths = ['core/law/offence.ts', 'docs/guide.md', 'docs/decisions/0001-record.md', 'package.json', '.ci/run']
const small: Tree = { paths, exists: (path) => paths.some((other) => other === path || other.startsWith(`${path.replace(/\/$/, '')}/`)) }
const dead = (text: string): readonly string[] => deadPaths({ path: 'docs/guide.md', text }, small)

describe('a fault in a document is seen', () => {
  test.each([
    'See `core/law/crime.ts`.',
    'See `laws/offence.ts`.',
    'See `crime.ts`.',
    'Run `npm test -- core/raids`.',
    '```\nnpm test -- core/raids\n```',
    'See [law](../core/law/crime.ts).',
    'See [here](#not-a-heading).',
    'See [it](decisions/0002-missing.md#context).',
  ])('a path that leads nowhere: %j', (text) => expect(dead(text)).toHaveLength(1))

  test.each([
    'See `core/law/offence.ts`, `core/law/`, `offence.ts`, `core/law/offence.ts:12`, `npm test -- core/law/offence` and `.ci/run`.',
    'The code `plan/own-plan`, `text/html`, `node:fs`, `@hono/node-server`, `https://example.org/x.json` and `core/*.ts`.',
    'Built into `dist/web/index.html`; `docs/decisions/NNNN-title.md`.',
    '```\nnpm run daylight -- assess my-plan.yaml\n```',
    '# The guide\nSee [law](../core/law/offence.ts), [one](decisions/0001-record.md), [here](#the-guide), [far](https://example.org).',
  ])('what leads somewhere, or is no path of ours: %j', (text) => expect(dead(text)).toEqual([]))

  const whole = '---\nstatus: accepted\ndate: 2026-01-31\n---\n# T\n\n## Context\n\n## Decision\n\n## Consequences\n\nEnforced by: `core/law/offence.ts`\n'
  const faults = (text: string): readonly string[] => faultsOfDecision({ path: 'docs/decisions/0001-record.md', text }, small)

  test('a decision with all its parts has none', () => {
    expect(faults(whole)).toEqual([])
    expect(faults(whole.replace('`core/law/offence.ts`', 'by review only'))).toEqual([])
  })
  test.each([
    ['status: accepted', 'status: perhaps'],
    ['date: 2026-01-31', 'date: January'],
    ['## Context', '## Background'],
    ['## Decision', '### Decision'],
    ['## Consequences', ''],
    ['Enforced by: `core/law/offence.ts`', 'Enforced by: everybody'],
    ['Enforced by: `core/law/offence.ts`', 'Enforced by: `core/law/crime.ts`'],
    ['Enforced by: `core/law/offence.ts`', 'Enforced by: `core/law/offence.ts`\n\nAfterthought.'],
  ])('a decision where %j became %j', (part, instead) => expect(faults(whole.replace(part, instead))).toHaveLength(1))

  test('a number left out, given twice, or missing', () => {
    expect(gapsIn(['0001-a.md', '0002-b.md'])).toEqual([])
    for (const names of [['0002-a.md'], ['0001-a.md', '0003-b.md'], ['0001-a.md', '0001-b.md'], ['0001-a.md', 'second.md']])
      expect(gapsIn(names)).not.toEqual([])
  })
})
