import { join } from 'node:path'
import type { Location } from './store.ts'

/** Where everything is kept that is kept: files in one folder, or two databases of PostgreSQL with the master key in the folder. */
export interface DataPlace {
  readonly folder: string
  readonly databases: { readonly main: string; readonly keys: string } | null
}

/** The three stores, and the file of the master key, which lies in none of them. */
export interface Places {
  readonly ledger: Location
  readonly keys: Location
  readonly desk: Location
  readonly masterKey: string
}

const SCHEMAS = { ledger: 'daylight_ledger', keys: 'daylight_keys', desk: 'daylight_desk' } as const

/** Keys never lie in the ledger's database: whoever carries one away has no words of the other (docs/decisions/0017). */
export function placesOf({ folder, databases }: DataPlace): Places {
  const file = (name: string): Location => ({ file: join(folder, `${name}.sqlite`) })
  const masterKey = join(folder, 'master.key')
  if (databases === null) return { ledger: file('ledger'), keys: file('keys'), desk: file('desk'), masterKey }
  const { main, keys } = databases
  return { ledger: { url: main, schema: SCHEMAS.ledger }, keys: { url: keys, schema: SCHEMAS.keys }, desk: { url: main, schema: SCHEMAS.desk }, masterKey }
}
