import type { Raid } from '../core/planning/operation.ts'
import type { Problem } from './report.ts'

/**
 * What is held of an element rests on something that was read, heard or looked for.
 *
 * It cannot rest on itself, on another support, or on the offence that it is to support.
 */
export function checkSupport(raid: Raid): readonly Problem[] {
  if (raid.offences === 'unknown') return []
  const offences = raid.offences
  const own = new Set(offences.flatMap(({ id, support }) => [id, ...support.map((one) => one.id)]))
  const evidence = evidenceOf(raid)
  return offences.flatMap(({ support }, i) =>
    support.flatMap(({ standing, restsOn }, j) =>
      restsOn.flatMap((id, k) => {
        const path = ['offences', i, 'support', j, 'restsOn', k]
        if (own.has(id)) return [{ path, message: `"${id}" is what is to be supported; it cannot support an element` }]
        return standing === 'held' && !evidence.has(id) ? [{ path, message: `"${id}" is no source, report, attempt or fact of this file; what is held rests on one of these` }] : []
      }),
    ),
  )
}

function evidenceOf(raid: Raid): ReadonlySet<string> {
  const lists = [raid.sources, raid.reports, raid.attempts, raid.operation === 'past' ? raid.facts : []]
  return new Set(lists.flatMap((list) => (list === 'unknown' ? [] : list.map(({ id }) => id))))
}
