import { covering, lack, named, type RequirementAnswer } from '../answer.ts'
import { plainName, type Named } from '../plan.ts'
import type { Rule } from './rule.ts'

const APART = ['victims', 'suspects'] as const

/**
 * Those who control are kept apart from those they control from the first minute: room, vehicle, eye contact.
 *
 * The controlling person may look like a co-worker (fact sheet 2010, SD-5), so somebody watches for the signs.
 */
export const segregation: Rule<'segregation'> = {
  'segregation/zones': ({ plan }) => apart(plan.segregation.zones, { missing: 'segregation/no-zone', shared: 'segregation/zone-for-both' }),
  'segregation/vehicles': ({ plan }) => apart(plan.segregation.vehicles, { missing: 'segregation/no-vehicle', shared: 'segregation/vehicle-for-both' }),
  'segregation/separators': ({ plan }) => named(plan.segregation.separators, 'segregation/nobody-separates'),
  'segregation/hidden-controllers': ({ plan }) => named(plan.segregation.hiddenControllers, 'segregation/nobody-watches'),
}

type Separate = Named & { readonly for: string }

/** One of its own for each side: the same room or van under two ids keeps nobody apart. */
function apart(entries: readonly Separate[], codes: { readonly missing: string; readonly shared: string }): RequirementAnswer {
  const { met, restsOn, lacks } = covering(entries, APART, (entry) => [entry.for], (group) => lack(codes.missing, { group }))
  const ofVictims = new Set(entries.filter((entry) => entry.for === 'victims').map(plainName))
  const shared = entries.filter((entry) => entry.for === 'suspects' && ofVictims.has(plainName(entry)))
  return { met: shared.length > 0 ? 'no' : met, restsOn, lacks: [...lacks, ...shared.map(({ id }) => lack(codes.shared, { entry: id }))] }
}
