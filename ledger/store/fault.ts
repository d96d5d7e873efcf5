/** What the world did to a store. Nothing of the act that met it was kept, and it may be tried again. */
export type StoreTrouble = 'disk-full' | 'busy' | 'read-only' | 'damaged' | 'unreachable'

const SENTENCES: Readonly<Record<StoreTrouble, string>> = {
  'disk-full': 'the disk is full. Nothing of this was kept; make room and try again',
  busy: 'somebody else holds the store. Nothing of this was kept; try again',
  'read-only': 'the store can be read but not written. Nothing of this was kept',
  damaged: 'the file is damaged or is no store of ours. Nothing was written to it',
  unreachable: 'the database cannot be reached. What was acknowledged is there; the last act may or may not be, and can safely be sent again',
}

/** The world failed, and here is where. The message holds a place and a sentence, never a value. */
export class StoreFault extends Error {
  override readonly name = 'StoreFault'
  readonly trouble: StoreTrouble
  readonly where: string

  constructor(trouble: StoreTrouble, where: string) {
    super(`${where}: ${SENTENCES[trouble]}.`)
    this.trouble = trouble
    this.where = where
  }
}

/** Codes of SQLite (sqlite.org/rescode.html), of PostgreSQL (appendix A of its manual) and of sockets. */
const TROUBLES: readonly (readonly [RegExp, StoreTrouble])[] = [
  [/^(?:SQLITE_FULL|53100)$/, 'disk-full'],
  [/^(?:SQLITE_BUSY|SQLITE_LOCKED|55P03|53300)/, 'busy'],
  [/^(?:SQLITE_READONLY|SQLITE_PERM|25006)/, 'read-only'],
  [/^(?:SQLITE_CORRUPT|SQLITE_NOTADB|XX001|XX002)/, 'damaged'],
  [/^(?:08\w{3}|57P0\d|ECONN\w+|EPIPE|ENOTFOUND|ETIMEDOUT|SQLITE_IOERR|SQLITE_CANTOPEN)/, 'unreachable'],
]

/** The same failure with its place and in words; what is not a failure of the world is passed on as it came. */
export function faultOf(error: unknown, where: string): unknown {
  if (error instanceof StoreFault) return error
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown }
  const trouble = TROUBLES.find(([codes]) => typeof code === 'string' && codes.test(code))?.[1]
  if (trouble !== undefined) return new StoreFault(trouble, where)
  return typeof message === 'string' && /Connection terminated|not queryable/.test(message) ? new StoreFault('unreachable', where) : error
}
