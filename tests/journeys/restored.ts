import { execFile } from 'node:child_process'
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { ROOT } from '../house/tree.ts'
import { TEST_DATABASE_URL } from '../ledger-stores.ts'
import { officeAt, type OfficeServer } from './office-server.ts'

interface Databases {
  readonly DATABASE_URL: string
  readonly KEYS_DATABASE_URL: string
}

const NONE: Databases = { DATABASE_URL: '', KEYS_DATABASE_URL: '' }

/** The command, as somebody types it who keeps the server. */
const daylight = (words: readonly string[], env: object): Promise<unknown> =>
  promisify(execFile)(process.execPath, ['scripts/daylight.mjs', 'ledger', ...words], { cwd: ROOT, env: { ...process.env, ...env } })

/**
 * Carries a case to the other engine, as it is done after a machine is lost: the archive, the keys and the master key, each by a way of its own.
 *
 * Without a PostgreSQL to test on it is carried to another folder of files, and that is said aloud.
 */
export async function restoreElsewhere(from: string, to: string): Promise<OfficeServer> {
  if (TEST_DATABASE_URL === '') console.warn('The archive is restored on the same engine: set TEST_DATABASE_URL to see it restored on the other.')
  const [databases, drop] = TEST_DATABASE_URL === '' ? [NONE, async () => undefined] : await twoDatabases()
  const [archive, keys] = [await mkdtemp(join(tmpdir(), 'daylight-archive-')), await mkdtemp(join(tmpdir(), 'daylight-keys-'))]
  const [here, there] = [{ DAYLIGHT_DATA: from, ...NONE }, { DAYLIGHT_DATA: to, ...databases }]
  await daylight(['export', join(archive, 'ledger.archive')], here)
  await daylight(['keys', 'export', join(keys, 'keys.archive')], here)
  await copyFile(join(from, 'master.key'), join(to, 'master.key'))
  await daylight(['import', join(archive, 'ledger.archive')], there)
  await daylight(['keys', 'import', join(keys, 'keys.archive')], there)
  const server = await officeAt(to, databases)
  return {
    ...server,
    close: async () => {
      await server.close()
      await drop()
      for (const folder of [archive, keys]) await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Two databases that hold nothing, one for the case and one for the keys, and how they go away again. */
async function twoDatabases(): Promise<readonly [Databases, () => Promise<undefined>]> {
  const names = ['case', 'keys'].map((what) => `journey_${what}_${process.pid}`)
  const each = async (statement: (name: string) => string): Promise<undefined> => {
    const client = new pg.Client({ connectionString: TEST_DATABASE_URL })
    await client.connect()
    for (const name of names) await client.query(statement(name))
    await client.end()
  }
  await each((name) => `create database ${name}`)
  const [main = '', keys = ''] = names.map((name) => Object.assign(new URL(TEST_DATABASE_URL), { pathname: `/${name}` }).href)
  return [{ DATABASE_URL: main, KEYS_DATABASE_URL: keys }, () => each((name) => `drop database ${name} with (force)`)]
}
