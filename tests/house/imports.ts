import { posix } from 'node:path'
import type { TreeFile } from './tree.ts'

const FORMS = [
  /^\s*(?:import|export)\b[^'";]*?\bfrom\s*['"]([^'"]+)['"]/gm,
  /^\s*import\s*['"]([^'"]+)['"]/gm,
  /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g,
]

/** What a file imports: for its values, for its types, or later. */
export const importsOf = (text: string): readonly string[] => FORMS.flatMap((form) => [...text.matchAll(form)].map((match) => match[1] ?? ''))

export const isPackage = (name: string): boolean => !name.startsWith('.')

/** The files of the tree that a file imports, as paths seen from the project folder. */
export const neighboursOf = ({ path, text }: TreeFile): readonly string[] =>
  importsOf(text)
    .filter((name) => !isPackage(name))
    .map((name) => posix.join(posix.dirname(path), name))

/** A circle of imports, as the files on the way round; null where there is none. */
export function findCycle(files: readonly TreeFile[]): readonly string[] | null {
  const leads = new Map(files.map((file) => [file.path, neighboursOf(file)]))
  const done = new Set<string>()
  for (const path of leads.keys()) {
    const circle = walk(path, [], leads, done)
    if (circle) return circle
  }
  return null
}

function walk(path: string, way: readonly string[], leads: ReadonlyMap<string, readonly string[]>, done: Set<string>): readonly string[] | null {
  if (way.includes(path)) return [...way.slice(way.indexOf(path)), path]
  if (done.has(path)) return null
  for (const next of leads.get(path) ?? []) {
    const circle = walk(next, [...way, path], leads, done)
    if (circle) return circle
  }
  done.add(path)
  return null
}
