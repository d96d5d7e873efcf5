import { expect } from 'vitest'
import { openCaseStore } from '../server/case-store.ts'
import { KeepingShown } from '../wire/office/retention-answers.ts'
import { json, newId, openedSite, receiving, reportSent, type AtWork, type CaseOffice } from './case-cast.ts'
import { entered } from './plan-office.ts'

/** What is sent about keeping and forgetting to a running office, and what is left afterwards. */

const LATER = '2031-09-01T00:00:00.000Z'
export const hold = (more: object = {}) => ({ id: newId(), act: 'place-hold', ground: 'proceedings', reference: 'C-12/31', reviewBy: LATER, ...more })
export const asking = (more: object = {}) => ({ id: newId(), act: 'ask-forgetting', reach: 'own-words', ground: 'entered-in-error', ...more })

/** A site with two reports. */
export async function filed(office: CaseOffice): Promise<string> {
  const site = await openedSite(office.analyst)
  for (const report of ['report-one', 'report-two']) await entered(office.analyst, `/api/sites/${site}/acts`, receiving(reportSent(report)))
  return site
}

export const shown = async (who: AtWork, holder: string) => KeepingShown.parse(await json(who.get(`/api/keeping/${holder}`)))
export const acts = (who: AtWork, holder: string, act: object, version?: number): Promise<Response> => who.post(`/api/keeping/${holder}/acts`, act, version === undefined ? {} : { 'if-match': `"${version}"` })
export const codeOf = async (response: Promise<Response>): Promise<unknown> => ((await (await response).json()) as { code?: unknown }).code ?? 'kept'

/** One asks and another agrees, each on what they have read. */
export async function forgotten(holder: string, { asks, agrees, reach = 'own-words' }: { readonly asks: AtWork; readonly agrees: AtWork; readonly reach?: string }): Promise<Response> {
  const ask = asking({ reach })
  expect(await codeOf(acts(asks, holder, ask, (await shown(asks, holder)).version))).toBe('kept')
  const { version, reach: reaches } = await shown(agrees, holder)
  return acts(agrees, holder, { id: newId(), act: 'second-forgetting', asking: ask.id, seen: reaches.find((one) => one.reach === reach)?.holders.length ?? 0 }, version)
}

export const wrappedOf = async ({ places }: CaseOffice, ids: readonly string[]): Promise<readonly unknown[]> => {
  const cases = await openCaseStore(places)
  const found = await cases.ring.find(ids as never)
  await cases.close()
  return ids.map((id) => found.get(id as never)).map((key) => (typeof key === 'string' ? key : 'opens'))
}
