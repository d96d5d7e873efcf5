import type { DataPlace } from './places.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Seen from where the server, or the command, was started. */
const FOLDER = './data'

/** Where everything is kept, as the environment says; or what is wrong with what it says. */
export type DataPlaceFound = { readonly found: true; readonly place: DataPlace } | { readonly found: false; readonly problem: string }

/** Reads the three names that say where data lie. The server and the commands read them alike, so that neither looks elsewhere. */
export function dataPlaceIn(env: Environment): DataPlaceFound {
  const databases = databasesIn(env)
  return typeof databases === 'string' ? { found: false, problem: databases } : { found: true, place: { folder: env['DAYLIGHT_DATA'] || FOLDER, databases } }
}

/** Both databases, none, or what is wrong. An address may hold a password, so no address is quoted. */
function databasesIn({ DATABASE_URL: main, KEYS_DATABASE_URL: keys }: Environment): DataPlace['databases'] | string {
  if (!main && !keys) return null
  if (!main || !keys) return `${main ? 'DATABASE_URL' : 'KEYS_DATABASE_URL'} is given and ${main ? 'KEYS_DATABASE_URL' : 'DATABASE_URL'} is not. Give both, or neither to keep files in DAYLIGHT_DATA.`
  for (const [name, url] of [['DATABASE_URL', main], ['KEYS_DATABASE_URL', keys]] as const)
    if (databaseOf(url) === null) return `${name} is no address of a database. Expected one such as ${name}=postgres://user:password@host:5432/database.`
  if (databaseOf(main) === databaseOf(keys)) return 'DATABASE_URL and KEYS_DATABASE_URL name the same database. Keys lie apart from what they open: name another database for one of them.'
  return { main, keys }
}

/** Host, port and name of a database; null where an address has none of that. */
function databaseOf(address: string): string | null {
  if (!URL.canParse(address)) return null
  const { protocol, hostname, port, pathname } = new URL(address)
  if (!/^postgres(?:ql)?:$/.test(protocol) || hostname === '' || pathname.length < 2) return null
  return `${hostname.toLowerCase()}:${port || '5432'}${pathname}`
}
