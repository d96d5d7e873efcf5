import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

const TLS = { DAYLIGHT_TLS_CERT: 'cert.pem', DAYLIGHT_TLS_KEY: 'key.pem' }

test('nobody but this machine reaches the server unless somebody says so', () => {
  expect(readConfig({})).toEqual({ accepted: true, config: { host: '127.0.0.1', port: 8787, data: { folder: './data', databases: null }, demo: 'no' } })
  expect(readConfig({ HOST: '', PORT: '' })).toEqual(readConfig({}))
})

test.each([
  [{ PORT: '0' }, { port: 0 }],
  [{ PORT: '65535' }, { port: 65535 }],
  [{ HOST: '0.0.0.0', ...TLS }, { host: '0.0.0.0' }],
  [{ HOST: '[::1]' }, { host: '::1' }],
  [{ HOST: 'office.example', ...TLS }, { host: 'office.example', tls: { cert: 'cert.pem', key: 'key.pem' } }],
])('%o is where it listens', (env, config) => expect(readConfig(env)).toMatchObject({ accepted: true, config }))

test.each([
  { PORT: 'abc' }, { PORT: '65536' }, { PORT: '-1' }, { PORT: '80.5' }, { PORT: '1e3' }, { PORT: ' 80' },
  { HOST: 'http://localhost' }, { HOST: 'a b' }, { HOST: '-x' }, { HOST: 'localhost:80' }, { HOST: '::1; rm' },
])('%o is refused with what it is and what was expected', (env) => {
  const [name, value] = Object.entries(env)[0] ?? []
  expect(readConfig(env)).toMatchObject({ accepted: false, problem: expect.stringMatching(new RegExp(`^${name} is ${JSON.stringify(value).replace(/[[\]]/g, '.')}\\. Expected .*${name}=`)) })
})

const MAIN = 'postgres://user:hidden-word@db.example/daylight'
const KEYS = 'postgresql://user:hidden-word@db.example:5433/daylight'

test('what is kept lies in a folder, or in two databases with the master key in the folder', () => {
  expect(readConfig({ DAYLIGHT_DATA: '/srv/daylight' })).toMatchObject({ config: { data: { folder: '/srv/daylight', databases: null } } })
  expect(readConfig({ DATABASE_URL: MAIN, KEYS_DATABASE_URL: KEYS })).toMatchObject({ config: { data: { folder: './data', databases: { main: MAIN, keys: KEYS } } } })
})

test.each([
  [{ DATABASE_URL: MAIN }, /^DATABASE_URL is given and KEYS_DATABASE_URL is not/],
  [{ KEYS_DATABASE_URL: KEYS }, /^KEYS_DATABASE_URL is given and DATABASE_URL is not/],
  [{ DATABASE_URL: MAIN, KEYS_DATABASE_URL: MAIN }, /name the same database/],
  [{ DATABASE_URL: MAIN, KEYS_DATABASE_URL: 'postgres://other@DB.example:5432/daylight?sslmode=require' }, /name the same database/],
  [{ DATABASE_URL: MAIN, KEYS_DATABASE_URL: 'mysql://db.example/keys' }, /^KEYS_DATABASE_URL is no address of a database\. Expected/],
  [{ DATABASE_URL: 'hidden-word', KEYS_DATABASE_URL: KEYS }, /^DATABASE_URL is no address of a database\. Expected/],
  [{ DATABASE_URL: 'postgres://db.example', KEYS_DATABASE_URL: KEYS }, /^DATABASE_URL is no address of a database\. Expected/],
])('databases that are not two are refused without a word of their addresses: %#', (env, problem) => {
  const read = readConfig(env)
  expect(read).toMatchObject({ accepted: false, problem: expect.stringMatching(problem) })
  expect(JSON.stringify(read)).not.toMatch(/hidden-word|example\/daylight/)
})

test('the worked example lies in a folder of its own, and is served to this machine alone', () => {
  expect(readConfig({}, ['--demo'])).toMatchObject({ config: { demo: 'yes', data: { folder: './data-demo' } } })
  expect(readConfig({ HOST: '0.0.0.0' }, ['--demo'])).toMatchObject({ accepted: false, problem: expect.stringContaining('this machine alone') })
  expect(readConfig({ DAYLIGHT_PROXY: '127.0.0.1', DAYLIGHT_ORIGIN: 'https://daylight.example' }, ['--demo'])).toMatchObject({ accepted: false, problem: expect.stringContaining('this machine alone') })
  expect(readConfig({}, ['--dem'])).toMatchObject({ accepted: false, problem: expect.stringContaining('"--dem" is not known here') })
})

test.each([
  [{ DAYLIGHT_ORIGIN: 'https://daylight.example', ...TLS }, 'https://daylight.example'],
  [{ DAYLIGHT_ORIGIN: 'https://daylight.example:8443/', ...TLS }, 'https://daylight.example:8443'],
  [{ DAYLIGHT_ORIGIN: 'http://localhost:8787' }, 'http://localhost:8787'],
])('%o is by what name it is reached', (env, origin) => expect(readConfig(env)).toMatchObject({ accepted: true, config: { origin } }))

test.each(['daylight.example', 'http://daylight.example', 'https://daylight.example/office', 'https://192.0.2.1', 'https://[2001:db8::1]', 'ftp://localhost', 'https://a:b@daylight.example', '*'])(
  '%s is no name to hold a passkey to',
  (origin) => expect(readConfig({ DAYLIGHT_ORIGIN: origin })).toMatchObject({ accepted: false, problem: expect.stringMatching(/^DAYLIGHT_ORIGIN is .*Expected/) }),
)

test('anchors go to a file apart from the data, and a file among the data is refused', () => {
  const at = (DAYLIGHT_ANCHORS: string, DAYLIGHT_DATA = '/srv/data') => readConfig({ DAYLIGHT_ANCHORS, DAYLIGHT_DATA })
  expect(at('/media/disk/anchors')).toMatchObject({ accepted: true, config: { anchors: '/media/disk/anchors' } })
  for (const inside of ['/srv/data/anchors', '/srv/data/deep/anchors', '/srv/data/../data/anchors']) expect(at(inside)).toMatchObject({ accepted: false, problem: expect.stringMatching(/^DAYLIGHT_ANCHORS lies in the folder/) })
  expect(at('anchors', '.')).toMatchObject({ accepted: false })
})
