import type { AtWork } from './case-cast.ts'
import { newId, receiving, reportSent } from './case-cast.ts'
import { entered } from './plan-office.ts'

/** A report for named eyes only, with a marked word in every place that takes one. Nobody and nothing in it exists. */

export const CANARY = 'zzcanary'
const told = (where: string): string => `${CANARY}-${where}`

/** The id under which it lies, which whoever entered it chose. */
export const RED_REPORT = `red-${CANARY}`

/** Records the report, everything that can be said of it, and an attempt to verify it. */
export async function redReport(analyst: AtWork, site: string): Promise<void> {
  const path = `/api/sites/${site}/acts`
  const report = reportSent(RED_REPORT, {
    kind: 'client', says: told('says'), assessment: told('assessment'), suspicion: told('suspicion'), gradedBecause: told('graded'), independentBecause: told('independent'), speaksOf: ['suspect'],
    handling: { sharing: 'TLP:RED', action: 'PAP:GREEN' },
  })
  await entered(analyst, path, receiving(report))
  const decide = async (act: object): Promise<void> => {
    const { version } = (await (await analyst.get(`/api/sites/${site}`)).json()) as { readonly version: number }
    await entered(analyst, path, { id: newId(), ...act }, { 'if-match': `"${version}"` })
  }
  await entered(analyst, path, { id: newId(), act: 'dissent', about: RED_REPORT, says: told('dissent') })
  await decide({ act: 'record-independence', report: RED_REPORT, because: told('never-met') })
  await decide({ act: 'assign-lead', report: RED_REPORT, owner: analyst.id, verifyBy: '2031-03-20T00:00:00Z', reviewBy: '2031-03-30T00:00:00Z' })
  await decide({ act: 'close-lead', report: RED_REPORT, because: told('closed'), attempt: 'night-watch', reviewBy: '2031-04-30T00:00:00Z' })
}
