import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fromElsewhere, installScriptsIn, LICENCES_BY_NAME, MAY_RUN_AT_INSTALL, runsAtInstall, unlicensed, unpinned, unsealed, type LockedPackage, type LockFile, type Manifest } from './house/package-rules.ts'
import { ROOT } from './house/tree.ts'

/** What others wrote and we run, audited without asking anybody: exact, sealed, silent while it is installed, and free to use. */

const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as LockFile
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Manifest
const names = Object.keys(lock.packages)

describe('the packages of others', () => {
  test('are really read', () => {
    expect(lock.lockfileVersion).toBe(3)
    expect(names.length).toBeGreaterThan(100)
  })
  test('are each asked for in one exact version', () => expect(unpinned(manifest)).toEqual([]))
  test('are each locked with a digest of what they hold', () => expect(unsealed(lock)).toEqual([]))
  test('come from a registry and from nowhere else', () => expect(fromElsewhere(lock)).toEqual([]))
  test('run nothing while they are installed, unless one is named with why', () => {
    expect(runsAtInstall(lock)).toEqual([])
    expect(Object.keys(MAY_RUN_AT_INSTALL).filter((name) => !names.includes(`node_modules/${name}`))).toEqual([])
  })
  test('stand under licences that are known, and no exception outlives its package', () => {
    expect(unlicensed(lock)).toEqual([])
    expect(Object.keys(LICENCES_BY_NAME).filter((name) => !names.includes(`node_modules/${name}`))).toEqual([])
  })
  test('as they lie on the disk ask to run nothing either', () => {
    const folders = names.filter((path) => path !== '' && existsSync(join(ROOT, path, 'package.json')))
    expect(folders.length).toBeGreaterThan(50)
    // A source tree that is compiled where it is installed has this file, and npm runs it unasked.
    const compiles = folders.filter((path) => readdirSync(join(ROOT, path)).includes('binding.gyp'))
    const scripted = folders.filter((path) => installScriptsIn(JSON.parse(readFileSync(join(ROOT, path, 'package.json'), 'utf8')) as object).length > 0)
    expect(scripted.filter((path) => lock.packages[path]?.hasInstallScript !== true && !isPrepared(path))).toEqual([])
    expect(compiles.filter((path) => !isPrepared(path))).toEqual([])
  })
})

/** Brings its binaries along; npm is told in the lock file that nothing runs. */
const isPrepared = (path: string): boolean => path === 'node_modules/better-sqlite3'

describe('a fault in the packages is seen', () => {
  const sealed = { version: '1.0.0', integrity: 'sha512-x', license: 'MIT' }
  const locking = (more: LockedPackage): LockFile => ({ lockfileVersion: 3, packages: { '': {}, 'node_modules/a': { ...sealed, ...more } } })

  test.each(['^1.0.0', '~1.0.0', '*', 'latest', '1.x', 'file:../a', 'github:a/b'])('a version left open: %s', (version) => expect(unpinned({ dependencies: { a: version } })).toHaveLength(1))
  test('none where it is exact', () => expect(unpinned({ dependencies: { a: '1.0.0' }, devDependencies: { b: '2.0.0-rc.1' } })).toEqual([]))
  test('no digest, and one that is broken', () => {
    expect(unsealed({ lockfileVersion: 3, packages: { 'node_modules/a': { version: '1.0.0', license: 'MIT' } } })).toEqual(['a'])
    expect(unsealed(locking({ integrity: 'sha1-x' }))).toEqual(['a'])
  })
  test.each([{ link: true }, { resolved: 'git+ssh://host/a.git' }, { resolved: 'http://host/a.tgz' }, { version: 'main' }])('another place: %o', (more) => expect(fromElsewhere(locking(more))).toEqual(['a']))
  test('a script that runs at install', () => {
    expect(runsAtInstall(locking({ hasInstallScript: true }))).toEqual(['a'])
    expect(installScriptsIn({ scripts: { postinstall: 'x', test: 'y' } })).toEqual(['postinstall'])
  })
  test.each(['GPL-3.0-only', 'SEE LICENSE IN x', 'MPL-2.0', '(GPL-2.0 OR AGPL-3.0)'])('a licence nobody weighed: %s', (license) => expect(unlicensed(locking({ license }))).toHaveLength(1))
  test('none where one of two is free', () => expect(unlicensed(locking({ license: '(MIT OR GPL-2.0)' }))).toEqual([]))
})
