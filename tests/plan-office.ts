import { PLAN_PARTS, type PlanPart } from '../core/planning/plan-facts.ts'
import type { Engine } from '../ledger/store/store.ts'
import { isoOf } from '../core/kernel/instant.ts'
import { written } from '../wire/operation-file.ts'
import { caseOffice, json, newId, openedSite, receiving, type AtWork, type CaseOffice } from './case-cast.ts'
import { EVE, HOUR, partWritten, SITE_FACTS } from './plan-cast.ts'

/** The invented workshop and its plan, entered through the doors of a running application on the eve of the entry. */

/** What an analyst sends of the workshop, act by act. */
const siteActs = (): readonly Readonly<Record<string, unknown>>[] =>
  SITE_FACTS.flatMap(([fact]): readonly Readonly<Record<string, unknown>>[] => {
    if (fact.type === 'report/received') return [receiving({ ...(written(fact.report) as object), gradedBecause: 'As the form has it' })]
    if (fact.type === 'attempt/made') {
      const { sources: _sources, ...attempt } = written(fact.attempt) as Record<string, unknown>
      return [{ id: newId(), act: 'record-attempt', attempt: { ...attempt, id: 'night-watch' } }]
    }
    return fact.type === 'alternative/written' ? [{ id: newId(), act: 'write-alternative', says: fact.says }] : []
  })

export async function entered(who: AtWork, path: string, act: unknown, headers: Readonly<Record<string, string>> = {}): Promise<{ readonly entry: string; readonly version: number }> {
  const response = await who.post(path, act, headers)
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
  return json(response)
}

/** Opens the workshop and records everything that is known of it. */
export async function workshop({ analyst }: CaseOffice): Promise<string> {
  const site = await openedSite(analyst, { jurisdiction: 'US', name: 'Workshop, river road', whereabouts: 'Behind the mill' })
  for (const act of siteActs()) await entered(analyst, `/api/sites/${site}/acts`, act)
  return site
}

export const partSent = (part: PlanPart) => ({ id: newId(), act: 'write', part, content: written(partWritten(part).content) })

/** Opens a plan for a site and writes every part of it, one after the other. */
export async function planWritten({ planner }: CaseOffice, site: string): Promise<{ readonly plan: string; readonly version: number }> {
  const plan = newId()
  let { version } = await entered(planner, '/api/plans', { id: plan, site, at: isoOf(HOUR) })
  for (const part of PLAN_PARTS.filter((each) => each !== 'hour')) version = (await entered(planner, `/api/plans/${plan}/acts`, partSent(part), { 'if-match': `"${version}"` })).version
  return { plan, version }
}

/** An office on the eve of the entry, with everybody at work. */
export const officeOnTheEve = (engine?: Engine): Promise<CaseOffice> => caseOffice(engine, EVE)
