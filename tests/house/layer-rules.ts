import { posix } from 'node:path'
import { FLOW } from '../../core/flow.ts'
import { findCycle, importsOf, isPackage, neighboursOf } from './imports.ts'
import type { TreeFile } from './tree.ts'

/** A rule of the house: every breach of it, in words that name the file. */
export type Rule = (files: readonly TreeFile[]) => readonly string[]

/** Packages each folder may use. Anything else needs a decision record. */
export const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  core: ['pure-rand'],
  wire: ['zod', 'yaml', 'pofile-ts', '@lingui/core', '@lingui/message-utils'],
  crypto: ['node:crypto', 'node:fs', 'node:path', 'otplib', '@simplewebauthn/server', 'age-encryption', 'openid-client'],
  ledger: ['kysely', 'better-sqlite3', 'pg', 'node:fs', 'node:path'],
  server: ['node:', 'hono', '@hono/', 'kysely', 'csv-parse', '@cedar-policy/cedar-wasm'],
  cli: ['node:', 'commander'],
  web: ['react', 'react-dom', '@lingui/', 'yaml', '@fontsource-variable/inter', 'zod', '@mantine/', '@tanstack/', '@simplewebauthn/browser'],
  field: ['react', 'react-dom', '@lingui/'],
  ui: ['react', '@lingui/'],
}

/** What builds the pages runs in Node beside them, and reaches nobody's browser. */
const BUILDER = /\.config\.ts$|^web\/build\//
const PACKAGES_OF_BUILDER = ['node:', 'vite', '@vitejs/', '@lingui/', 'yaml']

const folderOf = (path: string): string => path.split('/')[0] ?? ''
const packagesFor = (path: string): readonly string[] => (BUILDER.test(path) ? PACKAGES_OF_BUILDER : (PACKAGES[folderOf(path)] ?? []))

export const strayPackages: Rule = (files) =>
  files.flatMap(({ path, text }) =>
    importsOf(text)
      .filter((name) => isPackage(name) && !packagesFor(path).some((allowed) => belongsTo(name, allowed)))
      .map((name) => `${path} uses ${name}`),
  )

const belongsTo = (name: string, allowed: string): boolean =>
  /[/:]$/.test(allowed) ? name.startsWith(allowed) : name === allowed || name.startsWith(`${allowed}/`)

const IMPURE = /\bDate\.now\b|\bnew Date\(\s*\)|(?<![\w.]|new )Date\(|\bMath\.random\b|\bperformance\.now\b|\bTemporal\.Now\b|\bprocess\.|\bglobalThis\b|\btoLocale(?:Date|Time)?String\(/

/** The core is told the time, the place and the draw; it asks for none of them. */
export const impureCore: Rule = (files) =>
  files.filter(({ path, text }) => folderOf(path) === 'core' && IMPURE.test(withoutComments(text))).map(({ path }) => path)

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '')

const sliceOf = (path: string): string | null => (path.startsWith('core/') && path.split('/').length > 2 ? (path.split('/')[1] ?? null) : null)
const place = (slice: string): number => (FLOW as readonly string[]).indexOf(slice)

/** A slice leans only on itself and on slices before it; a folder that is not in the flow is no slice. */
export const forwardLeaning: Rule = (files) =>
  files.flatMap((file) => {
    const slice = sliceOf(file.path)
    if (slice === null) return []
    if (place(slice) < 0) return [`${file.path} lies in a slice that core/flow.ts does not list`]
    return neighboursOf(file)
      .filter((other) => place(sliceOf(other) ?? '') > place(slice) || (sliceOf(other) === null && other !== 'core/flow.ts'))
      .map((other) => `${file.path} leans forward on ${other}`)
  })

export const MOST_LINES = 250

export const tooLong: Rule = (files) =>
  files.map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > MOST_LINES)
    .map(({ path, lines }) => `${path} has ${lines} lines`)

/** A thing is imported from the file that owns it: no index, and nothing passed on. */
export const barrels: Rule = (files) =>
  files.filter(({ path, text }) => /(^|\/)index\.[cm]?[jt]sx?$/.test(path) || /^\s*export\s[^'";=(]*\bfrom\s*['"]/m.test(text))
    .map(({ path }) => path)

const NEEDS_DEFAULT = /\.config\.[cm]?ts$|^scripts\/check\/counting\.mjs$/

export const defaultExports: Rule = (files) =>
  files.filter(({ path, text }) => !NEEDS_DEFAULT.test(path) && /^\s*export\s+default\b|^\s*export\s*\{[^}]*\bas default\b/m.test(text))
    .map(({ path }) => path)

const DRAWERS = new Set(['util', 'utils', 'helper', 'helpers', 'common', 'type', 'types', 'misc', 'shared'])

/** A drawer is a name that would hold anything. A thing lives with its owner. */
export const drawers: Rule = (files) =>
  files.map(({ path }) => path).filter((path) => path.split('/').some((part) => DRAWERS.has(posix.basename(part).split('.')[0] ?? '')))

const CRYPTOGRAPHY = /^(?:node:crypto|crypto|age-encryption|@noble\/.*|@peculiar\/.*|jose|otplib|@simplewebauthn\/server)$/

export const strayCryptography: Rule = (files) =>
  files.filter(({ path }) => folderOf(path) !== 'crypto')
    .filter(({ text }) => importsOf(text).some((name) => CRYPTOGRAPHY.test(name)) || /\bcrypto\.(?:subtle|getRandomValues|randomUUID)\b/.test(text))
    .map(({ path }) => path)

const GATE = 'server/gate.ts'
const FORGED = /\bas\s+(?:unknown\s+as\s+)?(?:readonly\s+)?Access\b|<Access>\s*[({[]|\bsatisfies\s+Access\b|(?::|=>)\s*Access\s*(?:=>\s*|=\s*)\(?\{|\bis\s+Access\b/

/** Leave to look is made at the gate, which writes the access log first. Whoever casts something to an `Access` elsewhere looks unseen. */
export const forgedAccess: Rule = (files) => files.filter(({ path, text }) => path !== GATE && !isOfTests(path) && FORGED.test(withoutComments(text))).map(({ path }) => path)

/** The bench measures below the gate, with words of its own making. */
const isOfTests = (path: string): boolean => /\.test\.tsx?$|^(?:tests|bench)\//.test(path)

export const testImports: Rule = (files) =>
  files.flatMap((file) => neighboursOf(file).filter((other) => /\.test\.tsx?$|^tests\//.test(other)).map((other) => `${file.path} uses ${other}`))

export const circles: Rule = (files) => {
  const circle = findCycle(files)
  return circle ? [circle.join(' → ')] : []
}
