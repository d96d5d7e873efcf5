import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { ROOT } from './house/tree.ts'

/** What a start said and how it ended. */
export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly out: string
  readonly said: string
}

/** Stands in for npm: notes each call, and does as FAKE_NPM says. */
const FAKE_NPM = `
const { appendFileSync, mkdirSync, rmSync, symlinkSync, writeFileSync } = require('node:fs')
const args = process.argv.slice(2)
const folder = args[args.indexOf('--prefix') + 1]
appendFileSync(process.env.NPM_CALLS, args[0] + ' ' + process.versions.node.split('.')[0] + '\\n')
if (args[0] === 'ci') rmSync(folder + '/node_modules', { recursive: true, force: true })
const [how, what] = (process.env.FAKE_NPM || 'works').split(':')
if (how === 'fails') { console.error('npm error ' + what); process.exit(1) }
if (how === 'warns') console.error('npm warn tar TAR_ENTRY_ERROR ' + what)
if (how === 'hangs') setTimeout(() => {}, 60000)
else setTimeout(finish, 150)
function finish() {
  if (args[0] === 'install') {
    const bin = folder + '/node_modules/' + args[1].split('@')[0] + '/bin'
    mkdirSync(bin, { recursive: true })
    symlinkSync(process.env.NEWER_NODE, bin + '/node')
  } else {
    mkdirSync(folder + '/node_modules', { recursive: true })
    writeFileSync(folder + '/node_modules/.package-lock.json', JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0' } } }))
  }
}
`

/** A program that tells its arguments, echoes its input, waits, or dies, as it is asked. */
const PROGRAM = `
export async function main(args: readonly string[]): Promise<number> {
  if (args[0] === 'wait') {
    process.on('SIGTERM', () => { console.log('stopping'); process.exit(7) })
    process.on('SIGINT', () => { console.log('interrupted'); process.exit(8) })
    console.log('waiting ' + process.pid)
    await new Promise((resolve) => setTimeout(resolve, 30_000))
  }
  if (args[0] === 'echo') for await (const chunk of process.stdin) process.stdout.write(chunk)
  else console.log(process.versions.node.split('.')[0] + ' ' + JSON.stringify(args))
  return 3
}
`

/** A clone of the project as small as can be, in a folder with a space in its name, with a stand-in for npm. */
export class FreshClone {
  readonly folder = join(mkdtempSync(join(tmpdir(), 'daylight-clone-')), 'day light')
  readonly #calls = join(this.folder, 'npm-calls')

  constructor() {
    cpSync(join(ROOT, 'scripts'), join(this.folder, 'scripts'), { recursive: true })
    mkdirSync(join(this.folder, 'npm'))
    mkdirSync(join(this.folder, 'cli'))
    writeFileSync(join(this.folder, 'package.json'), '{ "type": "module" }')
    writeFileSync(join(this.folder, 'npm/package.json'), '{ "type": "commonjs" }')
    writeFileSync(join(this.folder, 'npm/npm-cli.js'), FAKE_NPM)
    writeFileSync(join(this.folder, 'cli/main.ts'), PROGRAM)
    this.lock('1.0.0')
  }

  /** The lock file asks for one package, in this version. */
  lock(version: string): void {
    writeFileSync(join(this.folder, 'package-lock.json'), JSON.stringify({ packages: { '': {}, 'node_modules/a': { version } } }))
  }

  /** What npm was asked to do so far, each with the Node it ran on. */
  get npmCalls(): readonly string[] {
    return existsSync(this.#calls) ? readFileSync(this.#calls, 'utf8').trim().split('\n') : []
  }

  /** As after an install by hand: npm has finished, and nothing of ours has been written. */
  forgetStamp(): void {
    rmSync(join(this.folder, 'node_modules', `.installed-${process.platform}-${process.arch}.json`))
  }

  holdLock(pids: string): void {
    mkdirSync(join(this.folder, '.stamps/install.lock'), { recursive: true })
    writeFileSync(join(this.folder, '.stamps/install.lock/pids'), pids)
  }

  begin(args: readonly string[], { npm = 'works', node = process.execPath } = {}): ChildProcess {
    const { npm_lifecycle_event: _, DAYLIGHT_STARTED_BY: __, ...env } = process.env
    return spawn(node, [join(this.folder, 'scripts/daylight.mjs'), ...args], {
      cwd: tmpdir(),
      env: { ...env, npm_execpath: join(this.folder, 'npm/npm-cli.js'), NPM_CALLS: this.#calls, FAKE_NPM: npm, NEWER_NODE: process.execPath },
      stdio: 'pipe',
    })
  }

  start(args: readonly string[], how: { npm?: string; node?: string } = {}): Promise<Ended> {
    const child = this.begin(args, how)
    child.stdin?.end('what stands on the input')
    return ended(child)
  }

  /** A Node 24 that somebody brought earlier. */
  bringNewerNode(): void {
    const bin = join(this.folder, '.toolchain/node_modules', `node-${process.platform}-${process.arch}`, 'bin')
    mkdirSync(bin, { recursive: true })
    symlinkSync(process.execPath, join(bin, 'node'))
  }

  remove(): void {
    rmSync(dirname(this.folder), { recursive: true, force: true })
  }
}

export function ended(child: ChildProcess): Promise<Ended> {
  const heard = { out: '', said: '' }
  child.stdout?.on('data', (chunk: Buffer) => (heard.out += String(chunk)))
  child.stderr?.on('data', (chunk: Buffer) => (heard.said += String(chunk)))
  return new Promise((resolve) => child.once('close', (code, signal) => resolve({ code, signal, ...heard })))
}

/** The first line a program writes; a test that sends a signal must not send it before. */
export const firstLine = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => child.stdout?.once('data', (chunk: Buffer) => resolve(String(chunk).split('\n')[0] ?? '')))

/** A Node before 24 on this machine; null where there is none. */
export function olderNode(): string | null {
  const found = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'node')).filter((path) => existsSync(path))
  return found.find((path) => Number(execFileSync(path, ['-p', 'process.versions.node.split(".")[0]'], { encoding: 'utf8' })) < 24) ?? null
}
