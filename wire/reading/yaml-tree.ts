import { isMap, isNode, isScalar, isSeq, type Pair } from 'yaml'
import type { Path, Step } from './place.ts'

/** A name that makes a group ambiguous, with its offset and the way to it. */
export interface FaultyName {
  readonly fault: 'duplicate' | 'merge'
  readonly at: number
  readonly path: Path
}

/**
 * The first field that is in its group twice, or that merges another group into it.
 *
 * The parser would look for duplicates itself, by comparing every name with every other; a long list of fields
 * would keep it busy for hours. It calls itself, which the limit of depth makes safe.
 */
export function faultyName(node: unknown, path: Path): FaultyName | null {
  if (isSeq(node)) return firstOf(node.items, (item, place) => faultyName(item, [...path, place]))
  if (!isMap(node)) return null
  const names = new Set<string>()
  return firstOf(node.items, (pair) => {
    const name = nameOf(pair)
    const here = [...path, name]
    if (isMerge(pair)) return { fault: 'merge', at: startOf(pair.key), path: here }
    if (names.has(name)) return { fault: 'duplicate', at: startOf(pair.key), path: here }
    names.add(name)
    return faultyName(pair.value, here)
  })
}

/** Where a value or the name that leads to it begins; for what is not there, the nearest thing around it. */
export function offsetOf(root: unknown, path: Path, part: 'value' | 'name'): number {
  let [node, at] = [root, startOf(root)]
  for (const [i, step] of path.entries()) {
    const found = childOf(node, step)
    if (!found) break
    node = found.value
    at = startOf(part === 'name' && i === path.length - 1 ? found.name : (found.value ?? found.name))
  }
  return at
}

function childOf(node: unknown, step: Step): { readonly name: unknown; readonly value: unknown } | null {
  if (isSeq(node)) return Number(step) in node.items ? { name: node.items[Number(step)], value: node.items[Number(step)] } : null
  const pair = isMap(node) ? node.items.find((candidate) => nameOf(candidate) === String(step)) : undefined
  return pair ? { name: pair.key, value: pair.value } : null
}

function firstOf<Item, Answer>(items: readonly Item[], ask: (item: Item, place: number) => Answer | null): Answer | null {
  for (const [place, item] of items.entries()) {
    const answer = ask(item, place)
    if (answer !== null) return answer
  }
  return null
}

const nameOf = ({ key }: Pair): string => (isScalar<string | null>(key) ? (key.value ?? '') : '')

const isMerge = ({ key }: Pair): boolean => isScalar(key) && key.type === 'PLAIN' && key.value === '<<'

const startOf = (node: unknown): number => (isNode(node) ? (node.range?.[0] ?? 0) : 0)
