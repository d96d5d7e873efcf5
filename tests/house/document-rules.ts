import { posix } from 'node:path'
import type { TreeFile } from './tree.ts'

/** What a document may point at. */
export interface Tree {
  readonly paths: readonly string[]
  readonly exists: (path: string) => boolean
}

const EXTENSIONS = /\.(?:tsx?|mjs|md|sql|json|yaml|po|css|html|txt|cedar|typ)$/
const MADE = /^(?:dist|node_modules|\.stamps|\.toolchain)(?:\/|$)/
const PLACEHOLDER = /[*{}<>$…]|NNNN|XXXX/

/** Paths and relative links of a document that lead nowhere. */
export const deadPaths = (document: TreeFile, tree: Tree): readonly string[] =>
  [...new Set([...pathsIn(document.text, tree), ...linksIn(document.text)])]
    .filter((path) => !leads(path, document, tree))
    .map((path) => `${document.path} names ${path}`)

/** Words in marks of code that are paths: below a folder of the tree, or a name with an ending we write. */
function pathsIn(text: string, tree: Tree): readonly string[] {
  const roots = new Set(tree.paths.filter((path) => path.includes('/')).map((path) => path.split('/')[0]))
  const fenced = [...text.matchAll(/^```[^\n]*\n([\s\S]*?)^```/gm)].map((match) => match[1] ?? '')
  const inline = [...text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '')
  const isPath = (word: string): boolean => word.includes('/') && (roots.has(word.split('/')[0] ?? '') || EXTENSIONS.test(word))
  const isName = (word: string): boolean => /^[\w.-]+$/.test(word) && EXTENSIONS.test(word) && !word.startsWith('.')
  return [...fenced.flatMap(wordsOf).filter(isPath), ...inline.flatMap(wordsOf).filter((word) => isPath(word) || isName(word))]
}

const wordsOf = (text: string): readonly string[] =>
  text.split(/[\s,;()'"│├└─]+/)
    .map((word) => word.replace(/^\.\/|[.:]$|:\d+$/g, ''))
    .filter((word) => word !== '' && !PLACEHOLDER.test(word) && !/^(?:[a-z]+:\/\/|@|~|\/|-)/.test(word) && !word.includes('://'))

const linksIn = (text: string): readonly string[] =>
  [...text.matchAll(/\]\(([^)\s]+)[^)]*\)/g)].map((match) => match[1] ?? '').filter((target) => !/^(?:[a-z]+:|\/\/)/.test(target))

function leads(target: string, document: TreeFile, tree: Tree): boolean {
  const [path = '', heading] = target.split('#')
  if (MADE.test(path)) return true
  if (path === '') return heading === undefined || headingsOf(document.text).includes(heading)
  const beside = posix.join(posix.dirname(document.path), path)
  if (tree.exists(path) || tree.exists(beside)) return true
  // The tests of a file may be asked for by its stem.
  if (tree.paths.some((other) => other.startsWith(`${path}.`))) return true
  return !path.includes('/') && tree.paths.some((other) => posix.basename(other) === path)
}

/** Headings as links name them: small letters, hyphens for spaces, no marks. */
const headingsOf = (text: string): readonly string[] =>
  [...text.matchAll(/^#+\s+(.+)$/gm)].map((match) => (match[1] ?? '').toLowerCase().replace(/[^\p{L}\p{N}\s-]/gu, '').trim().replaceAll(' ', '-'))

const HEADINGS = ['Context', 'Decision', 'Consequences']
const STATUS = /^status:\s*(?:proposed|accepted|rejected|superseded by \d{4})\s*$/m

/** What a decision lacks: its front matter, its headings, or the line that says what holds it up. */
export function faultsOfDecision({ path, text }: TreeFile, tree: Tree): readonly string[] {
  const front = /^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? ''
  const faults = [
    ...(STATUS.test(front) ? [] : ['has no status']),
    ...(/^date:\s*\d{4}-\d{2}-\d{2}\s*$/m.test(front) ? [] : ['has no date']),
    ...HEADINGS.filter((heading) => !new RegExp(`^## ${heading}\\s*$`, 'm').test(text)).map((heading) => `has no heading ${heading}`),
    ...faultOfEnforcer(text, tree),
  ]
  return faults.map((fault) => `${path} ${fault}`)
}

function faultOfEnforcer(text: string, tree: Tree): readonly string[] {
  const last = text.trimEnd().split('\n').at(-1) ?? ''
  const enforcer = /^\*{0,2}Enforced by:\*{0,2}\s*(.+)$/.exec(last)?.[1]
  if (enforcer === undefined) return ['does not end with "Enforced by:"']
  if (/^by review only\b/i.test(enforcer)) return []
  const named = wordsOf(enforcer.replaceAll('`', ' ')).filter((word) => word.includes('/') || EXTENSIONS.test(word))
  return named.length > 0 && named.every(tree.exists) ? [] : [`names no enforcer that exists: ${enforcer}`]
}

/** Decisions are numbered from one, each number once, none left out. */
export function gapsIn(names: readonly string[]): readonly string[] {
  const numbers = names.map((name) => /^(\d{4})-[a-z0-9-]+\.md$/.exec(name)?.[1] ?? `no number: ${name}`)
  return [...numbers].sort().flatMap((number, index) => (Number(number) === index + 1 ? [] : [`${number} stands where ${index + 1} belongs`]))
}
