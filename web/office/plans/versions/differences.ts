import { isRecord } from '../declared/json.ts'

/** One place that differs: by the ids of entries, so that an entry that only moved is not taken for another. */
export interface Difference {
  readonly path: string
  readonly was: unknown
  readonly is: unknown
}

/** What differs between two contents of a part, entry by entry. */
export function differences(was: unknown, is: unknown, path = ''): readonly Difference[] {
  if (Array.isArray(was) || Array.isArray(is)) return ofLists(Array.isArray(was) ? was : [], Array.isArray(is) ? is : [], path)
  if (isRecord(was) && isRecord(is)) {
    const names = new Set([...Object.keys(was), ...Object.keys(is)])
    return [...names].flatMap((name) => differences(was[name], is[name], path === '' ? name : `${path}.${name}`))
  }
  return same(was, is) ? [] : [{ path, was, is }]
}

function ofLists(was: readonly unknown[], is: readonly unknown[], path: string): readonly Difference[] {
  const lists = [was, is]
  if (!lists.flat().every((one) => isRecord(one) && 'id' in one)) return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ path, was, is }]
  const [before, after] = lists.map((list) => new Map(list.filter(isRecord).map((one) => [String(one['id']), one])))
  const ids = new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])
  return [...ids].flatMap((id) => {
    const [old, now] = [before?.get(id), after?.get(id)]
    const here = `${path}[${id}]`
    return old && now ? differences(old, now, here) : [{ path: here, was: old, is: now }]
  })
}

/** Times are the same where they mean the same instant, in whatever zone they were written. */
function same(was: unknown, is: unknown): boolean {
  if (was === is) return true
  const [a, b] = [was, is].map((value) => (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : value))
  return a === b
}
