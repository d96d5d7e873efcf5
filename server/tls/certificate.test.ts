import { generateKeyPairSync } from 'node:crypto'
import { chmodSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { instant } from '../../core/kernel/instant.ts'
import { certificateFiles, selfSigned } from '../../tests/self-signed.ts'
import { readCertificate, SPOKEN } from './certificate.ts'

const NOW = instant(Date.UTC(2031, 1, 3))
const DAY = 86_400_000
const good = (name = 'daylight.example') => selfSigned({ name, from: NOW - DAY, until: NOW + 30 * DAY })
const problemOf = (files: { readonly cert: string; readonly key: string }, origin?: string): string => {
  const read = readCertificate(files, origin === undefined ? {} : { origin }, NOW)
  return read.accepted ? '' : read.problem
}

test('a certificate and its key are read, and for how long they are good', () => {
  expect(readCertificate(certificateFiles(good()), { origin: 'https://daylight.example:8443' }, NOW)).toMatchObject({ accepted: true, certificate: { until: NOW + 30 * DAY } })
})

test('a file that is not there is told by its name and by what names it', () => {
  const files = certificateFiles(good())
  expect(problemOf({ ...files, cert: '/nowhere/cert.pem' })).toBe("/nowhere/cert.pem, which DAYLIGHT_TLS_CERT names, cannot be read (ENOENT). Give a file that is there and that the server's account may read.")
  expect(problemOf({ ...files, key: '/nowhere/key.pem' })).toMatch(/^\/nowhere\/key\.pem, which DAYLIGHT_TLS_KEY names, cannot be read/)
})

test('a key that others can read is refused, and one that a group reads is not', () => {
  const files = certificateFiles(good())
  for (const [mode, says] of [[0o644, /Others on this machine can read or change .*\(mode 644\)\. Make it yours alone: chmod 600 /], [0o660, /mode 660/], [0o640, /^$/], [0o400, /^$/]] as const) {
    chmodSync(files.key, mode)
    expect(problemOf(files)).toMatch(says)
  }
})

test('another key, one behind a passphrase, no key and no certificate are each told as what they are', () => {
  const files = certificateFiles(good())
  expect(problemOf({ ...files, key: certificateFiles(good()).key })).toMatch(/is not the key of the certificate/)
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  writeFileSync(files.key, privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'hidden-word' }))
  expect(problemOf(files)).toMatch(/holds no key that opens without a passphrase/)
  expect(problemOf({ ...files, cert: files.key })).toMatch(/holds no certificate/)
})

test('one that ran out, one that is not good yet and one for another name are refused', () => {
  expect(problemOf(certificateFiles(selfSigned({ from: NOW - 2 * DAY, until: NOW - DAY })))).toMatch(/ran out on 2031-02-02\. Renew it\.$/)
  expect(problemOf(certificateFiles(selfSigned({ from: NOW + DAY, until: NOW + 2 * DAY })))).toMatch(/is good from 2031-02-04 on/)
  expect(problemOf(certificateFiles(good()), 'https://other.example')).toMatch(/is not for other\.example, which DAYLIGHT_ORIGIN names/)
})

test('a key too weak for today is refused without a word of what it holds', () => {
  const keys = generateKeyPairSync('ec', { namedCurve: 'secp160r1' })
  expect(problemOf(certificateFiles(selfSigned({ from: NOW - DAY, until: NOW + DAY, keys })))).toMatch(/cannot be used \(ERR_SSL_\w+\)/)
})

test('nothing is spoken that a lost key would open, or that could be altered on the way', () => {
  const suites = SPOKEN.ciphers.split(':')
  expect(suites.every((suite) => /^(?:TLS_|ECDHE-)/.test(suite) && /GCM|CHACHA20/.test(suite))).toBe(true)
  expect(SPOKEN.minVersion).toBe('TLSv1.2')
})
