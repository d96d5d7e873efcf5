import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

/** A file of the tree: where it lies, seen from the project folder, and what it says. */
export interface TreeFile {
  readonly path: string
  readonly text: string
}

export const ROOT = join(import.meta.dirname, '../..')

/** What is fetched or made, and so is nobody's text. */
const NOT_OURS = new Set(['node_modules', 'dist', '.git', '.toolchain', '.stamps', 'data'])
const BINARY = /\.(png|jpe?g|gif|ico|webp|woff2?|ttf|pdf|zip|gz|mo|db|sqlite)$/

/** Every file somebody wrote, as paths seen from the project folder. */
export function pathsOfTree(folder: string = ROOT): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : pathsOfTree(path)
    return entry.isFile() && !entry.name.endsWith('.log') ? [relative(ROOT, path).replaceAll('\\', '/')] : []
  })
}

export const readTree = (keep: (path: string) => boolean): readonly TreeFile[] =>
  pathsOfTree()
    .filter((path) => !BINARY.test(path) && keep(path))
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }))

export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path)

export const isFolder = (path: string): boolean => statSync(join(ROOT, path), { throwIfNoEntry: false })?.isDirectory() ?? false

export const exists = (path: string): boolean => statSync(join(ROOT, path), { throwIfNoEntry: false }) !== undefined
