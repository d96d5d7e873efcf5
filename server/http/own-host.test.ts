import { expect, test } from 'vitest'
import { daylightApp, problemIn } from '../../tests/application.ts'
import { isLoopback } from './own-host.ts'

const { ask } = await daylightApp()
const under = (host: string, path = '/api/health') => ask(path, { headers: { host } })

test.each(['localhost', 'localhost:8787', 'LOCALHOST', '127.0.0.1:9', '[::1]:8787', 'daylight.localhost'])('this machine may be asked as %s', async (host) => {
  expect((await under(host)).status).toBe(200)
})

test.each(['evil.example', 'evil.example:8787', '127.0.0.1.evil.example', 'localhost.evil.example', '128.0.0.1', '192.168.1.4', 'xlocalhost', '[::2]'])(
  'a stranger\'s name for this machine is turned away: %s',
  async (host) => {
    const response = await under(host)
    expect(response.status).toBe(421)
    expect(await problemIn(response)).toMatchObject({ code: 'request/other-host', expected: expect.stringContaining('localhost') })
  },
)

test('a whole address in the first line is held against the same names', async () => {
  expect((await ask('http://evil.example/api/health', { headers: { host: 'localhost' } })).status).toBe(421)
})

test('a proxy on this machine asks under the name that whoever runs the server gave it, and a stranger’s name stays one', async () => {
  const named = await daylightApp({ config: { host: '127.0.0.1', port: 8787, origin: 'https://daylight.example' } })
  expect(await Promise.all(['daylight.example', 'localhost', 'evil.example', 'x.daylight.example'].map(async (host) => (await named.ask('/api/health', { headers: { host } })).status))).toEqual([200, 200, 421, 421])
})

test('who listens to a network is asked under names it cannot know', async () => {
  const open = await daylightApp({ config: { host: '0.0.0.0', port: 8787 } })
  expect((await open.ask('/api/health', { headers: { host: 'office.example' } })).status).toBe(200)
})

test('only addresses that never leave this machine are loopback', () => {
  expect(['127.0.0.1', '127.1.2.3', '::1', '[::1]', 'localhost'].filter((name) => !isLoopback(name))).toEqual([])
  expect(['0.0.0.0', '::', '10.0.0.1', 'example', ''].filter(isLoopback)).toEqual([])
})
