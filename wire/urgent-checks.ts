import type { CertaintyPolicy } from '../core/certainty/policy.ts'
import { isFirstHandOrCredible } from '../core/planning/credible.ts'
import type { Raid, UrgentDeclaration } from '../core/planning/operation.ts'
import type { Problem } from './report.ts'

/** What the urgent track asks of whoever opens it, since it lets an entry past every gate. */
export function checkUrgent(raid: Raid, policy: CertaintyPolicy): readonly Problem[] {
  const { urgent } = raid
  if (!urgent) return []
  return [...lateDeclaration(urgent, raid), ...childWithoutReport(urgent, raid, policy), ...tasksTwice(urgent)]
}

/** Danger that is found at the scene is a finding, and opens no track for an entry that has happened. */
const lateDeclaration = ({ at }: UrgentDeclaration, raid: Raid): readonly Problem[] =>
  at > raid.at ? [{ path: ['urgent', 'at'], message: 'lies after the hour of entry; danger is declared before a door is opened' }] : []

function childWithoutReport({ basis, restsOn }: UrgentDeclaration, { reports }: Raid, policy: CertaintyPolicy): readonly Problem[] {
  if (basis !== 'child-exploited-now') return []
  const named = reports === 'unknown' ? [] : reports.filter(({ id }) => restsOn.includes(id))
  if (named.some((report) => isFirstHandOrCredible(report, policy))) return []
  const message = 'a child exploited now is declared on a report that says so, by somebody who saw or of a credible kind; name its id here'
  return [{ path: ['urgent', 'restsOn'], message }]
}

function tasksTwice({ tasks }: UrgentDeclaration): readonly Problem[] {
  return tasks.flatMap(({ task }, i) =>
    tasks.findIndex((other) => other.task === task) < i ? [{ path: ['urgent', 'tasks', i, 'task'], message: `"${task}" has an owner already; one answers for it` }] : [],
  )
}
