import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { AccountFault, openWays } from './ways-in.ts'

const ORIGIN = { DAYLIGHT_ORIGIN: 'https://daylight.example', DAYLIGHT_PROXY: '127.0.0.1' }
const SERVICE = { DAYLIGHT_OIDC_ISSUER: 'https://login.example/unit', DAYLIGHT_OIDC_CLIENT_ID: 'daylight', DAYLIGHT_OIDC_CLIENT_SECRET_FILE: '/srv/secret' }

test('nobody needs another’s service, nor enrolled devices', () => {
  expect(readConfig({})).not.toHaveProperty('config.account')
  expect(readConfig({})).not.toHaveProperty('config.devices')
  expect(openWays({})).toEqual({})
})

test('a service is named with all that belongs to it, and where people come back', () => {
  expect(readConfig({ ...ORIGIN, ...SERVICE })).toMatchObject({ config: { account: { issuer: 'https://login.example/unit', clientId: 'daylight', secretFile: '/srv/secret' } } })
  expect(readConfig({ ...SERVICE, DAYLIGHT_ORIGIN: 'http://daylight.localhost:8787', DAYLIGHT_OIDC_ISSUER: 'http://127.0.0.1:9000' })).toMatchObject({ accepted: true })
})

test.each([
  [{ DAYLIGHT_OIDC_ISSUER: 'https://login.example' }, /^DAYLIGHT_OIDC_CLIENT_ID and DAYLIGHT_OIDC_CLIENT_SECRET_FILE are missing\./],
  [{ ...SERVICE, DAYLIGHT_OIDC_CLIENT_ID: '' }, /^DAYLIGHT_OIDC_CLIENT_ID is missing\./],
  [{ ...SERVICE, DAYLIGHT_OIDC_ISSUER: 'http://login.example' }, /^DAYLIGHT_OIDC_ISSUER is .* Expected .*https/],
  [{ ...SERVICE, DAYLIGHT_OIDC_ISSUER: 'https://login.example?unit=1' }, /^DAYLIGHT_OIDC_ISSUER is/],
  [{ ...SERVICE, DAYLIGHT_OIDC_ISSUER: 'https://a:b@login.example' }, /^DAYLIGHT_OIDC_ISSUER is/],
  [{ ...SERVICE, DAYLIGHT_OIDC_ISSUER: 'login.example' }, /^DAYLIGHT_OIDC_ISSUER is/],
  [{ ...SERVICE, DAYLIGHT_ORIGIN: '', DAYLIGHT_PROXY: '' }, /DAYLIGHT_ORIGIN is not, so the issuer could not send people back/],
  [{ DAYLIGHT_DEVICES: 'yes' }, /^DAYLIGHT_DEVICES is "yes"\. Expected enrolled/],
])('%o is told at the start', (env, problem) => expect(readConfig({ ...ORIGIN, ...env })).toMatchObject({ accepted: false, problem: expect.stringMatching(problem) }))

test('a unit says whether people sign in from enrolled devices alone', () => {
  expect(readConfig({ DAYLIGHT_DEVICES: 'enrolled' })).toMatchObject({ config: { devices: { enrolled: 'asked' } } })
  expect(readConfig({ DAYLIGHT_DEVICES: 'any' })).toMatchObject({ config: { devices: { enrolled: 'not-asked' } } })
})

describe('the secret of the service', () => {
  const folder = mkdtempSync(join(tmpdir(), 'daylight-ways-'))
  const path = join(folder, 'secret')
  const open = () => openWays({ origin: 'https://daylight.example', account: { issuer: 'https://login.example', clientId: 'daylight', secretFile: path } })
  afterEach(() => rmSync(path, { force: true }))

  test('is read from a file that is its owner’s alone', () => {
    writeFileSync(path, 'a word\n', { mode: 0o600 })
    expect(open().account?.provider.issuer).toBe('https://login.example')
  })

  test('is refused where others read it, where it is empty, and where it is not there', () => {
    expect(open).toThrow(AccountFault)
    writeFileSync(path, ' \n', { mode: 0o600 })
    expect(open).toThrow(/is empty/)
    chmodSync(path, 0o644)
    expect(open).toThrow(/chmod 600/)
  })
})
