/** What the lock file says of one package. */
export interface LockedPackage {
  readonly version?: string
  readonly integrity?: string
  readonly license?: string
  readonly hasInstallScript?: boolean
  readonly resolved?: string
  readonly link?: boolean
}

export interface LockFile {
  readonly lockfileVersion: number
  readonly packages: Readonly<Record<string, LockedPackage>>
}

export interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly overrides?: Readonly<Record<string, string>>
}

/** What may be used, changed and handed on with no more than its name in the notices. */
const FREE = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Unlicense', 'CC0-1.0']

/** What asks for more, or says nothing, and why it is here all the same. */
export const LICENCES_BY_NAME: Readonly<Record<string, readonly [licence: string | undefined, because: string]>> = {
  'axe-core': ['MPL-2.0', 'runs in tests only; its own files stay as they are'],
  lightningcss: ['MPL-2.0', 'builds the pages; nothing of it is in them'],
  '@fontsource-variable/inter': ['OFL-1.1', 'type that may be bundled and not sold by itself'],
  'caniuse-lite': ['CC-BY-4.0', 'data that tools read while building; nothing of it is handed on'],
  jstat: [undefined, 'its manifest names none; the file beside it is the MIT licence; judges our quantiles in tests'],
}

/** Packages that may run a program while they are installed, each with why. There are none: whatever installs them could take whatever it finds. */
export const MAY_RUN_AT_INSTALL: Readonly<Record<string, string>> = {}

const EXACT = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/

/** Packages whose version is left to the day on which they are installed. */
export const unpinned = ({ dependencies, devDependencies, overrides }: Manifest): readonly string[] =>
  Object.entries({ ...dependencies, ...devDependencies, ...overrides }).filter(([, version]) => !EXACT.test(version)).map(([name, version]) => `${name} ${version}`)

const all = ({ packages }: LockFile): readonly (readonly [string, LockedPackage])[] =>
  Object.entries(packages).flatMap(([path, locked]) => (path === '' ? [] : [[nameIn(path), locked] as const]))

/** `node_modules/a/node_modules/@b/c` is `@b/c`. */
const nameIn = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

/** Packages of which the lock file does not say what they hold, by a digest that cannot be brought about on purpose. */
export const unsealed = (lock: LockFile): readonly string[] => all(lock).filter(([, { integrity }]) => integrity?.startsWith('sha512-') !== true).map(([name]) => name)

/** Packages that come from somewhere else than a registry: another folder, a repository, an address. */
export const fromElsewhere = (lock: LockFile): readonly string[] =>
  all(lock).filter(([, { link, resolved, version }]) => link === true || !EXACT.test(version ?? '') || /^(?:git|file|http:)/.test(resolved ?? '')).map(([name]) => name)

export const runsAtInstall = (lock: LockFile): readonly string[] => all(lock).filter(([name, { hasInstallScript }]) => hasInstallScript === true && !(name in MAY_RUN_AT_INSTALL)).map(([name]) => name)

/** Packages whose licence is not among those that are known. */
export const unlicensed = (lock: LockFile): readonly string[] => all(lock).filter(([name, { license }]) => !isFree(license) && !isKnown(name, license)).map(([name, { license }]) => `${name} ${license ?? 'without a licence'}`)

const isFree = (licence: string | undefined): boolean => licence !== undefined && licence.replace(/[()]/g, '').split(' OR ').some((one) => FREE.includes(one))

/** A package of one platform stands under the licence of the package it belongs to. */
const isKnown = (name: string, licence: string | undefined): boolean =>
  Object.entries(LICENCES_BY_NAME).some(([known, [its]]) => its === licence && (name === known || name.startsWith(`${known}-`)))

/** What an installed package would run by itself. */
export const installScriptsIn = (manifest: { readonly scripts?: Readonly<Record<string, string>> }): readonly string[] =>
  ['preinstall', 'install', 'postinstall'].filter((name) => manifest.scripts?.[name] !== undefined)
