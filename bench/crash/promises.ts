import { openStore } from '../../ledger/store/open.ts'
import type { LedgerTables } from '../../ledger/row.ts'
import { placesOf, type DataPlace } from '../../ledger/store/places.ts'
import { verify } from '../../ledger/verify.ts'
import type { Sent } from './clients.ts'
import type { Worker } from '../office/people.ts'

/** A server that is up again, and somebody who asks it. */
export interface Asked {
  readonly address: string
  readonly worker: Worker
  readonly site: string
}

/**
 * What is not as it was promised, once everything runs again.
 *
 * What was in doubt is sent again, and so is some of what was acknowledged, as a client does that lost its connection: each is there once, and
 * is answered as the first time. Then the file is read over HTTP and the chain in the store.
 */
export async function brokenPromises(place: DataPlace, { address, worker, site }: Asked, { acknowledged, inDoubt, oddities }: Sent): Promise<{ readonly broken: readonly string[]; readonly entries: number }> {
  const again = await sentAgain({ address, site }, acknowledged, inDoubt)
  const times = new Map<string, number>()
  for (const { entry } of await timeline(worker, address, site)) times.set(entry, (times.get(entry) ?? 0) + 1)
  const chain = await chainIn(place)
  return {
    entries: chain.holds ? chain.entries : 0,
    broken: [
      ...oddities.map((told) => `a client was answered: ${told}`),
      ...again,
      ...[...acknowledged.keys(), ...inDoubt.keys()].filter((id) => times.get(id) !== 1).map((id) => `${id} is there ${times.get(id) ?? 0} times`),
      ...(chain.holds ? [] : [`the chain is broken at ${chain.position}: ${chain.fault}`]),
    ],
  }
}

const SOME = 5

async function sentAgain({ address, site }: Omit<Asked, 'worker'>, acknowledged: Sent['acknowledged'], inDoubt: Sent['inDoubt']): Promise<readonly string[]> {
  const broken: string[] = []
  const last = [...acknowledged.values()].slice(-SOME)
  for (const { worker, act, version } of [...last, ...[...inDoubt.values()].map((one) => ({ ...one, version: null }))]) {
    const response = await worker.post(address, `/api/sites/${site}/acts`, act)
    const told = (await response.json()) as { readonly version?: number; readonly code?: string }
    if (!response.ok) broken.push(`${act.id} sent again was answered ${response.status} ${told.code}`)
    else if (version !== null && told.version !== version) broken.push(`${act.id} sent again is version ${told.version}, and was ${version}`)
  }
  return broken
}

async function timeline(worker: Worker, address: string, site: string): Promise<readonly { readonly entry: string }[]> {
  const response = await worker.get(address, `/api/sites/${site}/timeline`)
  if (!response.ok) throw new Error(`the file was not read: ${response.status} ${await response.text()}`)
  return ((await response.json()) as { readonly entries: readonly { readonly entry: string }[] }).entries
}

async function chainIn(place: DataPlace) {
  const store = await openStore<LedgerTables>(placesOf(place).ledger, 'ledger')
  try {
    return await verify(store)
  } finally {
    await store.close()
  }
}
