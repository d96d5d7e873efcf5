import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test('nobody but this machine reaches the server unless somebody says so', () => {
  expect(readConfig({})).toEqual({ accepted: true, config: { host: '127.0.0.1', port: 8787 } })
  expect(readConfig({ HOST: '', PORT: '' })).toEqual(readConfig({}))
})

test.each([
  [{ PORT: '0' }, { port: 0 }],
  [{ PORT: '65535' }, { port: 65535 }],
  [{ HOST: '0.0.0.0' }, { host: '0.0.0.0' }],
  [{ HOST: '[::1]' }, { host: '::1' }],
  [{ HOST: 'office.example' }, { host: 'office.example' }],
])('%o is where it listens', (env, config) => expect(readConfig(env)).toMatchObject({ accepted: true, config }))

test.each([
  { PORT: 'abc' }, { PORT: '65536' }, { PORT: '-1' }, { PORT: '80.5' }, { PORT: '1e3' }, { PORT: ' 80' },
  { HOST: 'http://localhost' }, { HOST: 'a b' }, { HOST: '-x' }, { HOST: 'localhost:80' }, { HOST: '::1; rm' },
])('%o is refused with what it is and what was expected', (env) => {
  const [name, value] = Object.entries(env)[0] ?? []
  expect(readConfig(env)).toMatchObject({ accepted: false, problem: expect.stringMatching(new RegExp(`^${name} is ${JSON.stringify(value).replace(/[[\]]/g, '.')}\\. Expected .*${name}=`)) })
})
