import type { TreeFile } from './tree.ts'

/** A line of the glossary: a word of the field, and the name it has in the code. */
export interface Entry {
  readonly word: string
  readonly identifier: string
}

export interface Exported {
  readonly identifier: string
  readonly path: string
}

const EXPORTS = /^export\s+(?:declare\s+)?(?:async\s+)?(?:abstract\s+)?(?:const|let|function\*?|class|type|interface)\s+([A-Za-z_$][\w$]*)/gm
const LISTED_EXPORTS = /^export\s+(?:type\s+)?\{([^}]*)\}(?!\s*from)/gm

/** Every name a file exports: its types, its functions, its constants. */
export const exportsOf = ({ path, text }: TreeFile): readonly Exported[] => {
  const named = [...text.matchAll(EXPORTS)].map((match) => match[1] ?? '')
  const listed = [...text.matchAll(LISTED_EXPORTS)].flatMap((match) => (match[1] ?? '').split(',').map(lastWord))
  return [...named, ...listed].filter(Boolean).map((identifier) => ({ identifier, path }))
}

const lastWord = (part: string): string => part.trim().split(/\s+/).at(-1) ?? ''

/** The rows of every table with a column `word` and a column `identifier`; a cell may carry a mark of code. */
export function entriesOf(markdown: string): readonly Entry[] {
  const found: Entry[] = []
  let columns: { word: number; identifier: number } | null = null
  for (const line of markdown.split('\n')) {
    const cells = cellsOf(line)
    if (cells === null) columns = null
    else if (columns === null) columns = columnsOf(cells)
    else if (!cells.every((cell) => /^:?-+:?$/.test(cell)))
      found.push({ word: cells[columns.word] ?? '', identifier: (cells[columns.identifier] ?? '').replaceAll('`', '') })
  }
  return found
}

const cellsOf = (line: string): readonly string[] | null =>
  /^\s*\|.*\|\s*$/.test(line) ? line.trim().slice(1, -1).split(/(?<!\\)\|/).map((cell) => cell.trim()) : null

function columnsOf(heads: readonly string[]): { word: number; identifier: number } | null {
  const column = (name: RegExp): number => heads.findIndex((head) => name.test(head))
  const columns = { word: column(/^word/i), identifier: column(/identifier/i) }
  return columns.word >= 0 && columns.identifier >= 0 ? columns : null
}

/** Names of the core that no word of the field stands for. */
export const withoutWord = (entries: readonly Entry[], exported: readonly Exported[]): readonly string[] => {
  const known = new Set(entries.map(({ identifier }) => identifier))
  return exported.filter(({ identifier }) => !known.has(identifier)).map(({ identifier, path }) => `${identifier} of ${path} is not in the glossary`)
}

/** Names in the glossary that the core does not have, or no longer. */
export const withoutThing = (entries: readonly Entry[], exported: readonly Exported[]): readonly string[] => {
  const there = new Set(exported.map(({ identifier }) => identifier))
  return entries.filter(({ identifier }) => !there.has(identifier)).map(({ word, identifier }) => `"${word}" names ${identifier}, which the core does not export`)
}

/** Words that stand for two names: a reader would not know which is meant. */
export const ambiguous = (entries: readonly Entry[]): readonly string[] => {
  const byWord = Map.groupBy(entries, ({ word }) => word.toLowerCase().replaceAll('`', ''))
  return [...byWord]
    .map(([word, rows]) => ({ word, names: [...new Set(rows.map(({ identifier }) => identifier))] }))
    .filter(({ names }) => names.length > 1)
    .map(({ word, names }) => `"${word}" has the names ${names.join(' and ')}`)
}

/** Two things of the core under one name: the glossary could not tell them apart. */
export const twice = (exported: readonly Exported[]): readonly string[] =>
  [...Map.groupBy(exported, ({ identifier }) => identifier)]
    .filter(([, places]) => new Set(places.map(({ path }) => path)).size > 1)
    .map(([identifier, places]) => `${identifier} is exported by ${places.map(({ path }) => path).join(' and ')}`)
